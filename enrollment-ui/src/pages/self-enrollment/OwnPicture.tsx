import { Button, Content } from '@patternfly/react-core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ok, type Schemas } from '@/api/client';
import { ApiProblem } from '@/api/problem';
import { detectOwnFace } from '@/camera/analyse';
import { CameraStage } from '@/camera/CameraStage';
import { ChallengeStage } from '@/camera/ChallengeStage';
import { PictureFace } from '@/camera/PictureFace';
import { Refusal } from '@/camera/Refusal';
import { Notice } from '@/components/Notice';
import { useOneAtATime } from '@/components/useOneAtATime';
import { PhotoInstead } from './PhotoInstead';
import { enrollMyself, type Mine } from './enroll-myself';
import { StepTitle } from './StepTitle';

const PIXELS = 280;

interface Own extends Mine {
  box?: Schemas['Box'] | undefined;
}

/** The picture: by the camera, or of a file where no camera is there and nobody asks for turns of the head. */
export function OwnPicture({
  challenge,
  onRefused,
  onEnrolled,
}: {
  challenge: boolean;
  onRefused: (problem: unknown) => void;
  onEnrolled: () => void;
}) {
  const { t } = useTranslation('selfenroll');
  const [own, setOwn] = useState<Own>();
  const send = useOneAtATime({
    mutationFn: (mine: Mine) => enrollMyself(mine),
    onSuccess: onEnrolled,
    onError: onRefused,
  });
  const again = () => {
    setOwn(undefined);
    send.reset();
  };
  if (own) {
    const busy = send.isPending || send.isSuccess;
    const passing = send.error instanceof ApiProblem && send.error.passing;
    return (
      <>
        <StepTitle>{t('look.title')}</StepTitle>
        <div className="janua-applicant-look">
          <PictureFace picture={own.pictures.image} box={own.box} alt={t('look.picture')} size={PIXELS} />
          <div className="janua-applicant-choice">
            {send.isError && <OwnRefusal problem={send.error} />}
            {(!send.isError || passing) && (
              <Button size="lg" isBlock isLoading={busy} isDisabled={busy} onClick={() => send.mutate(own)}>
                {t(send.isError ? 'look.sendAgain' : 'look.use')}
              </Button>
            )}
            <Button
              size="lg"
              isBlock
              variant={send.isError && !passing ? 'primary' : 'secondary'}
              isDisabled={busy}
              onClick={again}
            >
              {t('look.again')}
            </Button>
          </div>
        </div>
      </>
    );
  }
  return (
    <>
      <StepTitle>{t('picture.title')}</StepTitle>
      <Content component="p">{t(challenge ? 'picture.turns' : 'picture.help')}</Content>
      {challenge ? (
        <ChallengeStage
          create={() => ok(api.POST('/v1/self-enrollment/challenges'))}
          analyse={detectOwnFace}
          instead={<Content component="p">{t('picture.needsCamera')}</Content>}
          onTaken={({ pictures, front }, id) => setOwn({ pictures, challenge: id, box: front.faces[0]?.box })}
        />
      ) : (
        <CameraStage
          analyse={detectOwnFace}
          instead={<PhotoInstead choose={(image) => setOwn({ pictures: { image } })} />}
          onTaken={({ pictures, front }) => setOwn({ pictures, box: front.faces[0]?.box })}
        />
      )}
    </>
  );
}

/** Words of the console's staff do not fit here: the person cannot compare anybody. */
function OwnRefusal({ problem }: { problem: unknown }) {
  const { t } = useTranslation('selfenroll');
  return problem instanceof ApiProblem && problem.code === 'duplicate_face' ? (
    <div role="alert">
      <Notice variant="warning" title={t('look.duplicate')}>
        {t('askThem')}
      </Notice>
    </div>
  ) : (
    <Refusal problem={problem} />
  );
}
