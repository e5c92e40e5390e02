import CheckCircleIcon from '@patternfly/react-icons/dist/esm/icons/check-circle-icon';
import TimesCircleIcon from '@patternfly/react-icons/dist/esm/icons/times-circle-icon';
import { Label } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Time } from '@/components/formats';
import { Notice } from '@/components/Notice';
import { rulePath } from '../paths';
import { toneOf } from '../reasons';
import type { Explanation } from '../types';

/** The answer first, then the checks in their order up to the one that decided, then every rule. */
export function ExplanationView({ explanation, subject }: { explanation: Explanation; subject: string }) {
  const { t } = useTranslation('access');
  const { outcome, reason, checks, rules } = explanation;
  return (
    <>
      <Notice
        variant={toneOf({ outcome, duress: false })}
        title={t(outcome === 'granted' ? 'why.yes' : 'why.no', { subject })}
      >
        <p>
          <strong>{t(`reason.${reason}.title`)}.</strong> {t(`reason.${reason}.help`)}
        </p>
        <p className="janua-subtle">
          {t('why.judgedAt')} <Time at={explanation.at} />
        </p>
      </Notice>
      <h2 className="janua-why-title">{t('why.checks')}</h2>
      <ol className="janua-checks">
        {checks.map((check) => (
          <Check key={check.check} {...check} reason={reason} />
        ))}
      </ol>
      <h2 className="janua-why-title">{t('why.rules')}</h2>
      {rules.length === 0 && <p className="janua-subtle">{t('why.noRules')}</p>}
      <ul className="janua-checks">
        {rules.map((rule) => (
          <Rule key={rule.rule} rule={rule} />
        ))}
      </ul>
    </>
  );
}

function Check({ check, passed, reason }: Explanation['checks'][number] & { reason: Explanation['reason'] }) {
  const { t } = useTranslation('access');
  return (
    <li className={passed ? 'janua-check-passed' : 'janua-check-failed'}>
      {passed ? <CheckCircleIcon aria-hidden="true" /> : <TimesCircleIcon aria-hidden="true" />}
      <span>
        <span className="pf-v6-screen-reader">{t(passed ? 'why.passed' : 'why.stopped')} </span>
        <strong>{t(`check.${check}.name`, { defaultValue: check })}</strong>{' '}
        {passed ? t(`check.${check}.passed`, { defaultValue: '' }) : `${t(`reason.${reason}.title`)}.`}
      </span>
    </li>
  );
}

function Rule({ rule }: { rule: Explanation['rules'][number] }) {
  const { t, i18n } = useTranslation('access');
  const applies = rule.outcome === 'applies';
  return (
    <li className={applies ? 'janua-check-passed' : undefined}>
      {applies ? <CheckCircleIcon aria-hidden="true" /> : <TimesCircleIcon aria-hidden="true" />}
      <span>
        <Link to={rulePath(rule.rule)}>{rule.rule}</Link>{' '}
        <Label isCompact {...(applies ? { status: 'success' as const } : { variant: 'outline' as const })}>
          {t(`ruleOutcome.${rule.outcome}`, { defaultValue: rule.outcome })}
        </Label>
        {rule.detail && i18n.language.startsWith('en') && <div className="janua-subtle">{rule.detail}</div>}
        {rule.nextFrom && (
          <div className="janua-subtle">
            {t('why.nextFrom')} <Time at={rule.nextFrom} />
          </div>
        )}
      </span>
    </li>
  );
}
