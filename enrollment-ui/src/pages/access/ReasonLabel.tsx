import { Label } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import { toneOf } from './reasons';
import type { AccessDecision } from './types';

/** What was decided, in the words of its reason. */
export function ReasonLabel({ decision }: { decision: Pick<AccessDecision, 'outcome' | 'reason' | 'duress'> }) {
  const { t } = useTranslation('access');
  return (
    <Label isCompact status={toneOf(decision)} className="janua-reason">
      {t(`reason.${decision.reason}.title`)}
    </Label>
  );
}
