import { Button, Card, CardBody, CardTitle, Content, List, ListItem, Progress } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import { api, ok, type Schemas } from '@/api/client';
import { useFormats } from '@/components/formats';
import { Notice } from '@/components/Notice';
import { ProblemAlert } from '@/components/ProblemAlert';
import { useOneAtATime } from '@/components/useOneAtATime';
import { useCheckpoints } from './audit-api';
import { parseCheckpoint } from './checkpoint';
import { useElapsed } from './useElapsed';

const STEPS = ['exportAgain', 'repairNothing', 'compare', 'closeTheWay'] as const;

/** Checks the whole log where it lies. */
export function VerifyCard() {
  const { t } = useTranslation('audit');
  const { number, duration } = useFormats();
  const newest = useCheckpoints({ cursor: undefined, limit: 1 }).data?.items[0];
  const check = useOneAtATime({ mutationFn: () => ok(api.POST('/v1/audit/verify')) });
  const elapsed = useElapsed(check.isPending);
  return (
    <Card>
      <CardTitle component="h2">{t('verify.title')}</CardTitle>
      <CardBody>
        <Content component="p">{t('verify.help')}</Content>
        <Button onClick={() => check.mutate()} isDisabled={check.isPending}>
          {t('verify.button')}
        </Button>
        <div aria-live="polite" className="janua-gap-above">
          {check.isPending && (
            <>
              <Content component="p">{t('verify.running', { size: number(newest?.size ?? 0) })}</Content>
              <Progress
                className="janua-audit-checking"
                value={100}
                measureLocation="none"
                aria-label={t('verify.title')}
                valueText={t('verify.title')}
              />
            </>
          )}
          {check.isError && <ProblemAlert problem={check.error} />}
          {check.data && (check.data.intact ? <Intact result={check.data} /> : <Altered result={check.data} />)}
        </div>
        {check.isPending && <Content component="small">{duration(elapsed)}</Content>}
      </CardBody>
    </Card>
  );
}

function Intact({ result }: { result: Schemas['AuditVerification'] }) {
  const { t } = useTranslation('audit');
  const { number } = useFormats();
  const checkpoint = parseCheckpoint(result.checkpoint);
  return (
    <Notice variant="success" title={t('verify.intact', { count: result.size, number: number(result.size) })}>
      <Content component="p">{t('verify.checked')}</Content>
      <Content component="p">
        {t('verify.upTo')} <span className="janua-audit-raw">{checkpoint?.root ?? result.checkpoint}</span>
      </Content>
      <Content component="p">{t('verify.limits')}</Content>
    </Notice>
  );
}

function Altered({ result }: { result: Schemas['AuditVerification'] }) {
  const { t } = useTranslation('audit');
  const { number } = useFormats();
  const more = result.findingCount - result.findings.length;
  return (
    <Notice
      variant="danger"
      title={t('verify.altered', { count: result.findingCount, number: number(result.findingCount) })}
    >
      <List>
        {result.findings.map((finding) => (
          <ListItem key={finding} lang="en">
            {finding}
          </ListItem>
        ))}
        {more > 0 && <ListItem>{t('verify.more', { count: more })}</ListItem>}
      </List>
      <Content component="h3">{t('verify.whatToDo')}</Content>
      <List component="ol">
        {STEPS.map((step) => (
          <ListItem key={step}>{t(`verify.step.${step}`)}</ListItem>
        ))}
      </List>
    </Notice>
  );
}
