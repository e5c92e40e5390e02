import { Label } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import { isRefusal, toneOf } from './reading';

/** A result by its name; a refusal by the title of its code. */
export function useOutcomeText(): (outcome: string) => string {
  const { t, i18n } = useTranslation(['audit', 'problems']);
  return (outcome) => {
    if (!isRefusal(outcome)) {
      return t(`audit:outcome.${outcome}`);
    }
    return i18n.exists(`problems:${outcome}.title`) ? t(`problems:${outcome}.title`) : outcome;
  };
}

export function OutcomeLabel({ outcome }: { outcome: string }) {
  const text = useOutcomeText()(outcome);
  const tone = toneOf(outcome);
  return (
    <Label
      {...(tone === 'plain' ? { variant: 'outline' as const } : { status: tone })}
      isCompact
      className="janua-audit-outcome"
      title={outcome}
      textMaxWidth="16rem"
    >
      {text}
    </Label>
  );
}
