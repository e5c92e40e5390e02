import { Button, TextInput } from '@patternfly/react-core';
import { HelperText, HelperTextItem } from '@patternfly/react-core';
import PlusCircleIcon from '@patternfly/react-icons/dist/esm/icons/plus-circle-icon';
import TrashIcon from '@patternfly/react-icons/dist/esm/icons/trash-icon';
import { useTranslation } from 'react-i18next';
import { type AttributeFault, type AttributeRow, emptyRow } from './attributes';

/** Names and values of what else is known of somebody. */
export function AttributesEditor({
  rows,
  faults,
  change,
}: {
  rows: AttributeRow[];
  faults: Map<number, AttributeFault>;
  change: (rows: AttributeRow[]) => void;
}) {
  const { t } = useTranslation('people');
  const put = (row: AttributeRow) => change(rows.map((each) => (each.row === row.row ? row : each)));
  return (
    <>
      {rows.map((row, index) => {
        const fault = faults.get(row.row);
        const ofName = fault === 'noName' || fault === 'double';
        return (
          <div key={row.row} className="janua-person-attribute">
            <TextInput
              aria-label={t('attributes.name', { number: index + 1 })}
              value={row.name}
              validated={ofName ? 'error' : 'default'}
              onChange={(_, name) => put({ ...row, name })}
            />
            <div>
              <TextInput
                aria-label={
                  row.kind === 'json'
                    ? t('attributes.jsonValue', { number: index + 1 })
                    : t('attributes.value', { number: index + 1 })
                }
                className={row.kind === 'json' ? 'janua-person-json' : undefined}
                value={row.value}
                validated={fault && !ofName ? 'error' : 'default'}
                onChange={(_, value) => put({ ...row, value })}
              />
              {(fault || row.kind === 'json') && (
                <HelperText isLiveRegion={fault !== undefined}>
                  <HelperTextItem variant={fault ? 'error' : 'default'}>
                    {fault ? t(`attributes.fault.${fault}`) : t('attributes.json')}
                  </HelperTextItem>
                </HelperText>
              )}
            </div>
            <Button
              variant="plain"
              icon={<TrashIcon />}
              aria-label={t('attributes.remove', { name: row.name || index + 1 })}
              onClick={() => change(rows.filter((each) => each.row !== row.row))}
            />
          </div>
        );
      })}
      <Button variant="link" isInline icon={<PlusCircleIcon />} onClick={() => change([...rows, emptyRow(rows)])}>
        {t('attributes.add')}
      </Button>
    </>
  );
}
