import { Button, DescriptionList, Title } from '@patternfly/react-core';
import TimesIcon from '@patternfly/react-icons/dist/esm/icons/times-icon';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure } from '@/components/Failure';
import { Loading } from '@/components/Loading';
import { Notice } from '@/components/Notice';
import { PersonLink } from '@/pages/recognise/PersonLink';
import { OutcomeText } from '../OutcomeText';
import { PersonFace } from '../PersonFace';
import type { AccessDecision } from '../types';
import { CommandFacts, DecisionFacts, RecognitionFacts } from './DecisionFacts';
import { useDecision } from './decisions-api';
import { WhyLink } from './WhyLink';

const FACE_PIXELS = 72;

/** One decision with everything that is known of it, explained. */
export function DecisionDetail({ id, close }: { id: string; close: () => void }) {
  const { t } = useTranslation('access');
  const found = useDecision(id);
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const closeByKey = (event: KeyboardEvent) => event.key === 'Escape' && close();
    document.addEventListener('keydown', closeByKey);
    return () => document.removeEventListener('keydown', closeByKey);
  }, [close]);
  useEffect(() => {
    head.current?.focus({ preventScroll: true });
    head.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <aside className="janua-detail" aria-label={t('detail.title')}>
      <div className="janua-detail-head">
        <Title headingLevel="h2" size="lg" tabIndex={-1} ref={head}>
          {t('detail.title')}
        </Title>
        <Button variant="plain" icon={<TimesIcon />} aria-label={t('common:close')} onClick={close} />
      </div>
      {found.data ? (
        <Known decision={found.data} />
      ) : found.isError ? (
        <Failure problem={found.error} retry={() => void found.refetch()} />
      ) : (
        <Loading />
      )}
    </aside>
  );
}

function Known({ decision }: { decision: AccessDecision }) {
  const { t } = useTranslation('access');
  const { subject, gallery } = decision;
  const name = decision.name ?? subject;
  return (
    <>
      <div className="janua-detail-who">
        {subject && <PersonFace gallery={gallery} subject={subject} name={name!} size={FACE_PIXELS} />}
        <div>
          <strong>
            {subject ? <PersonLink gallery={gallery} subject={subject} name={name!} /> : t('nobodyKnown')}
          </strong>
          <div>
            <OutcomeText outcome={decision.outcome} />
          </div>
        </div>
      </div>
      <p className="janua-detail-reason">
        <strong>{t(`reason.${decision.reason}.title`)}.</strong> {t(`reason.${decision.reason}.help`)}
      </p>
      {decision.duress && <Notice variant="danger" title={t('detail.duress')} className="janua-gap-above" />}
      {decision.antiPassbackViolated && (
        <Notice variant="warning" title={t('detail.antiPassbackViolated')} className="janua-gap-above" />
      )}
      <DescriptionList isCompact isHorizontal isFluid className="janua-gap-above">
        <DecisionFacts decision={decision} />
        <CommandFacts decision={decision} />
        <RecognitionFacts decision={decision} />
      </DescriptionList>
      <WhyLink decision={decision} />
    </>
  );
}
