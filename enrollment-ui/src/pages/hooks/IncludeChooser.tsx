import { Checkbox } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import { type Operation, useMay } from '@/auth/me';
import { Notice } from '@/components/Notice';
import type { Include } from './hookDraft';

/** With what permits to look it up: nobody has others told what they may not know. */
const DETAILS: [detail: Include, needs: Operation][] = [
  ['subject', 'access.read'],
  ['name', 'subjects.read'],
  ['score', 'access.read'],
];

/** What is told beside the necessary. */
export function IncludeChooser({ chosen, change }: { chosen: Include[]; change: (include: Include[]) => void }) {
  const { t } = useTranslation('hooks');
  const may = useMay();
  return (
    <fieldset className="janua-hooks-group">
      <legend>{t('include.legend')}</legend>
      <p className="janua-hooks-subtle">{t('include.thin')}</p>
      {DETAILS.map(([detail, needs]) => (
        <Checkbox
          key={detail}
          id={`include-${detail}`}
          label={t(`include.${detail}`)}
          description={t(may(needs) ? `include.${detail}Help` : 'include.notPermitted')}
          isDisabled={!may(needs) && !chosen.includes(detail)}
          isChecked={chosen.includes(detail)}
          onChange={(_, checked) => change(checked ? [...chosen, detail] : chosen.filter((each) => each !== detail))}
        />
      ))}
      <div role="status">
        {chosen.length > 0 && (
          <Notice variant="warning" title={t('include.warning')}>
            {t('include.warningHelp')}
          </Notice>
        )}
      </div>
    </fieldset>
  );
}
