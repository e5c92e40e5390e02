import { Button, Card, CardBody, CardTitle, Flex } from '@patternfly/react-core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, file, ok, type Schemas } from '@/api/client';
import { useMay } from '@/auth/me';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { download } from '@/components/download';
import { Notice } from '@/components/Notice';
import { ProblemAlert } from '@/components/ProblemAlert';
import { useOneAtATime } from '@/components/useOneAtATime';
import { nameOf, type Person, type Place, personKey } from './person';

/** What somebody can ask for by law: all that is held of them, and that it is gone. */
export function PrivacyTab({
  place,
  person,
  erased,
}: {
  place: Place;
  person: Person;
  erased: (receipt: Schemas['ErasureReceipt']) => void;
}) {
  const { t } = useTranslation('people');
  const may = useMay();
  return (
    <Flex direction={{ default: 'column' }} rowGap={{ default: 'rowGapMd' }} className="janua-person-narrow">
      {may('privacy.read') && may('faces.read') && <Export place={place} />}
      {may('subjects.write') && <Erase place={place} person={person} erased={erased} />}
      {!may('subjects.write') && !may('faces.read') && <Notice isPlain variant="info" title={t('privacy.notForYou')} />}
    </Flex>
  );
}

function Export({ place }: { place: Place }) {
  const { t } = useTranslation('people');
  const fetched = useOneAtATime({
    mutationFn: () => {
      const [gallery, subject] = [place.gallery, place.subject].map(encodeURIComponent);
      return file(`/v1/galleries/${gallery}/subjects/${subject}/export`);
    },
    onSuccess: (archive) => download(archive, `janua-${place.gallery}-${place.subject}.zip`),
  });
  return (
    <Card>
      <CardTitle component="h2">{t('privacy.export')}</CardTitle>
      <CardBody>
        <p>{t('privacy.exportHelp')}</p>
        <Button
          variant="secondary"
          className="janua-gap-above"
          isLoading={fetched.isPending}
          isDisabled={fetched.isPending}
          onClick={() => fetched.mutate()}
        >
          {t('privacy.exportAction')}
        </Button>
        {fetched.isError && <ProblemAlert problem={fetched.error} onClose={fetched.reset} />}
      </CardBody>
    </Card>
  );
}

function Erase({
  place,
  person,
  erased,
}: {
  place: Place;
  person: Person;
  erased: (receipt: Schemas['ErasureReceipt']) => void;
}) {
  const { t } = useTranslation('people');
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const erase = async () => {
    const receipt = await ok(api.DELETE('/v1/galleries/{gallery}/subjects/{subject}', { params: { path: place } }));
    erased(receipt);
    queries.removeQueries({ queryKey: personKey(place) });
    await queries.invalidateQueries({ queryKey: ['subjects', place.gallery] });
    await queries.invalidateQueries({ queryKey: ['galleries'] });
  };
  return (
    <Card>
      <CardTitle component="h2">{t('privacy.erase')}</CardTitle>
      <CardBody>
        <p>{t('privacy.eraseHelp')}</p>
        <Button variant="danger" className="janua-gap-above" onClick={() => setAsking(true)}>
          {t('privacy.eraseAction')}
        </Button>
        {asking && (
          <ConfirmDialog
            title={t('privacy.eraseTitle', { name: nameOf(person) })}
            confirm={t('privacy.eraseAction')}
            word={person.id}
            onConfirm={erase}
            onClose={() => setAsking(false)}
          >
            <p>{t('privacy.eraseConsequence', { count: person.faces })}</p>
            <p className="janua-gap-above">{t('privacy.eraseStays')}</p>
          </ConfirmDialog>
        )}
      </CardBody>
    </Card>
  );
}
