import { Button, FormSelect, FormSelectOption } from '@patternfly/react-core';
import PlusIcon from '@patternfly/react-icons/dist/esm/icons/plus-icon';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMay } from '@/auth/me';
import { Failure } from '@/components/Failure';
import { Loading } from '@/components/Loading';
import { useGalleries } from '@/layout/galleries';
import { useGroups, usePoints } from '../access-api';
import { doorPath, groupPath } from '../paths';
import type { AccessRule } from '../types';
import { matrixOf, suggestName } from './matrix';
import { RuleDialog } from './RuleDialog';
import { emptyRule, type RuleDraft } from './ruleDraft';

/** Who may pass where, at one look: groups beside, points above, and when in between. */
export function MatrixView({
  rules,
  gallery,
  choose,
  edit,
}: {
  rules: AccessRule[];
  gallery: string | undefined;
  choose: (gallery: string) => void;
  edit: (rule: AccessRule) => void;
}) {
  const { t } = useTranslation('access');
  const mayWrite = useMay()('access.write');
  const galleries = useGalleries().data ?? [];
  const groups = useGroups();
  const points = usePoints();
  const [start, setStart] = useState<RuleDraft>();
  if (!groups.data || !points.data || !gallery) {
    const failed = [groups, points].find(({ isError }) => isError);
    return failed ? <Failure problem={failed.error} retry={() => void failed.refetch()} /> : <Loading />;
  }
  const matrix = matrixOf(gallery, groups.data, points.data, rules);
  const begin = (group: string | undefined, point: string) => {
    const name = suggestName(
      group,
      point,
      rules.map((rule) => rule.name),
    );
    const who = group === undefined ? { everyone: true } : { groups: [group] };
    setStart(emptyRule(gallery, { name, points: [point], ...who }));
  };
  return (
    <>
      {galleries.length > 1 && (
        <div className="janua-filters janua-gap-above">
          <FormSelect aria-label={t('gallery.one')} value={gallery} onChange={(_, name) => choose(name)}>
            {galleries.map(({ name }) => (
              <FormSelectOption key={name} value={name} label={name} />
            ))}
          </FormSelect>
        </div>
      )}
      {matrix.points.length === 0 ? (
        <p className="janua-gap-above">{t('matrix.noPoints')}</p>
      ) : (
        // A wide table scrolls, and whoever has no mouse scrolls it with the keyboard.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <div className="janua-matrix-frame" role="region" aria-label={t('rule.matrix')} tabIndex={0}>
          <table className="janua-matrix">
            <thead>
              <tr>
                <td />
                {matrix.points.map((point) => (
                  <th key={point} scope="col">
                    <Link to={doorPath(point)}>{point}</Link>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {matrix.rows.map(({ group, cells }) => (
                <tr key={group ?? ''}>
                  <th scope="row">
                    {group === undefined ? t('rule.everyone') : <Link to={groupPath(group)}>{group}</Link>}
                  </th>
                  {cells.map((permitting, column) => {
                    const point = matrix.points[column]!;
                    return (
                      <td key={point} className={permitting.length > 0 ? 'janua-matrix-may' : undefined}>
                        {permitting.map((rule) => (
                          <Cell key={rule.name} rule={rule} edit={() => edit(rule)} />
                        ))}
                        {mayWrite && permitting.length === 0 && (
                          <Button
                            variant="plain"
                            size="sm"
                            className="janua-matrix-add"
                            icon={<PlusIcon />}
                            aria-label={t('matrix.add', { group: group ?? t('rule.everyone'), point })}
                            onClick={() => begin(group, point)}
                          />
                        )}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {start && <RuleDialog rule={undefined} start={start} close={() => setStart(undefined)} />}
    </>
  );
}

function Cell({ rule, edit }: { rule: AccessRule; edit: () => void }) {
  const { t } = useTranslation('access');
  const when = rule.schedule ?? t('always');
  return (
    <Button
      variant="link"
      isInline
      className={rule.enabled ? 'janua-matrix-rule' : 'janua-matrix-rule janua-matrix-off'}
      title={rule.name}
      aria-label={t(rule.enabled ? 'matrix.rule' : 'matrix.ruleOff', { when, rule: rule.name })}
      onClick={edit}
    >
      {when}
    </Button>
  );
}
