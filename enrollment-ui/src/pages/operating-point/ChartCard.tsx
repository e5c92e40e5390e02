import { Card, CardBody, CardHeader, CardTitle, Content, ToggleGroup, ToggleGroupItem } from '@patternfly/react-core';
import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** A chart, or the same as a table. */
export function ChartCard({
  title,
  help,
  options,
  chart,
  table,
  children,
}: {
  title: string;
  help: string;
  /** Further choices for the chart. */
  options?: ReactNode;
  chart: ReactNode;
  table: ReactNode;
  /** What the figures rest on. */
  children: ReactNode;
}) {
  const { t } = useTranslation('operating');
  const [asTable, setAsTable] = useState(false);
  const id = useId();
  return (
    <Card isFullHeight>
      <CardHeader>
        <CardTitle component="h2" id={id}>
          {title}
        </CardTitle>
      </CardHeader>
      <CardBody>
        <Content component="p">{help}</Content>
        <div className="janua-chart-options">
          <ToggleGroup aria-label={t('chart.as', { title })} isCompact>
            <ToggleGroupItem
              text={t('chart.drawing')}
              buttonId={`${id}-drawing`}
              isSelected={!asTable}
              onChange={() => setAsTable(false)}
            />
            <ToggleGroupItem
              text={t('chart.table')}
              buttonId={`${id}-table`}
              isSelected={asTable}
              onChange={() => setAsTable(true)}
            />
          </ToggleGroup>
          {!asTable && options}
        </div>
        {asTable ? table : chart}
        {children}
      </CardBody>
    </Card>
  );
}
