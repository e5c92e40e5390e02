import { Button } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { Loading } from '@/components/Loading';
import { ProblemAlert } from '@/components/ProblemAlert';
import { CameraStage } from './CameraStage';
import type { Taken } from './useCapture';
import type { Analyse } from './watch';

/**
 * A challenge is good for two minutes by the service's clock. Ours may go differently, so they are counted from the moment
 * in which it came, and some are left to look at the picture and to send it.
 */
const GOOD_FOR_MS = 80_000;

/** The camera, with the turns of the head that the service asks for at this moment. */
export function ChallengeStage({
  create,
  analyse,
  instead,
  onTaken,
}: {
  create: () => Promise<Schemas['Challenge']>;
  analyse: Analyse;
  instead?: ReactNode;
  onTaken: (taken: Taken, challenge: string) => void;
}) {
  const { t } = useTranslation('camera');
  const id = useId();
  const challenge = useQuery({
    queryKey: ['challenge', id],
    queryFn: create,
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    refetchInterval: GOOD_FOR_MS,
    refetchOnWindowFocus: false,
  });
  if (challenge.isError) {
    return (
      <>
        <ProblemAlert problem={challenge.error} />
        <Button className="janua-gap-above" variant="secondary" onClick={() => void challenge.refetch()}>
          {t('tryAgain')}
        </Button>
      </>
    );
  }
  if (!challenge.data) {
    return <Loading />;
  }
  const { data } = challenge;
  return (
    <CameraStage
      // Pictures that answer one challenge answer no other.
      key={data.id}
      asked={data}
      analyse={analyse}
      instead={instead}
      onTaken={(taken) => onTaken(taken, data.id)}
    />
  );
}
