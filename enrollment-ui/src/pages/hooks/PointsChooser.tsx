import { Checkbox, Content } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import { usePoints } from '@/pages/access/access-api';
import { ChooseSome } from './ChooseSome';

export function PointsChooser({
  allHelp,
  chosen,
  change,
  fault,
}: {
  /** What all of them means here. */
  allHelp: string;
  /** Undefined for all. */
  chosen: string[] | undefined;
  change: (points: string[] | undefined) => void;
  fault: string | undefined;
}) {
  const { t } = useTranslation('hooks');
  const points = usePoints();
  // A point that was deleted meanwhile can still be taken away.
  const names = [...new Set([...(points.data?.map((point) => point.name) ?? []), ...(chosen ?? [])])];
  return (
    <ChooseSome
      name="hook-points"
      legend={t('points.legend')}
      all={{ label: t('points.all'), help: allHelp }}
      some={t('points.some')}
      isAll={!chosen}
      change={(all) => change(all ? undefined : [])}
      fault={fault}
    >
      {names.length === 0 && <Content component="p">{t('points.none')}</Content>}
      <div className="janua-hooks-points">
        {names.map((name) => (
          <Checkbox
            key={name}
            id={`point-${name}`}
            label={name}
            isChecked={chosen?.includes(name) ?? false}
            onChange={(_, checked) =>
              change(checked ? [...(chosen ?? []), name] : (chosen ?? []).filter((each) => each !== name))
            }
          />
        ))}
      </div>
    </ChooseSome>
  );
}
