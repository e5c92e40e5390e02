import './enroll.css';
import { Content } from '@patternfly/react-core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Failure } from '@/components/Failure';
import { LinkButton } from '@/components/LinkButton';
import { Loading } from '@/components/Loading';
import { Notice } from '@/components/Notice';
import { PageBody } from '@/components/PageBody';
import { useGallery, useGalleryName } from '@/layout/galleries';
import { galleryPath } from '@/pages/people/paths';
import type { Person } from '@/pages/people/person';
import { EnrollFlow } from './EnrollFlow';
import { LeftOver } from './LeftOver';
import type { Chosen } from './chosen';

/** Somebody at a desk enrols one person after the other: who, consent, picture, result. */
export default function Enroll() {
  const { t } = useTranslation('enroll');
  const name = useGalleryName();
  const gallery = useGallery();
  const [search, setSearch] = useSearchParams();
  const subject = search.get('subject') ?? undefined;
  const view = search.get('view') === 'upload' ? 'upload' : 'camera';
  // A picture that turned out to show somebody else goes along to that person.
  const [carried, setCarried] = useState<Chosen>();
  const [leftOver, setLeftOver] = useState<Person>();
  const [round, setRound] = useState(0);
  const go = (changes: { subject?: string | undefined; view?: string }, replace = false) =>
    setSearch(
      (before) => {
        const after = new URLSearchParams(before);
        for (const [key, value] of Object.entries(changes)) {
          if (value === undefined) after.delete(key);
          else after.set(key, value);
        }
        return after;
      },
      { replace },
    );
  const choose = (id: string | undefined) => {
    setCarried(undefined);
    setLeftOver(undefined);
    setRound((before) => before + 1);
    go({ subject: id });
  };
  if (gallery.isError && !gallery.data) {
    return <Failure problem={gallery.error} retry={() => void gallery.refetch()} />;
  }
  if (!gallery.data) {
    return <Loading />;
  }
  return (
    <PageBody
      title={t('title')}
      description={t('help')}
      actions={
        <LinkButton to={galleryPath(name, 'imports')} variant="secondary">
          {t('import')}
        </LinkButton>
      }
    >
      <div className="janua-enroll">
        {leftOver && <LeftOver gallery={name} person={leftOver} />}
        {carried && <Notice variant="info" title={t('carried')} className="janua-enroll-note" />}
        <EnrollFlow
          // Another person begins with nothing of the one before.
          key={`${name}/${subject ?? ''}/${round}`}
          gallery={gallery.data}
          subject={subject}
          view={view}
          carried={carried}
          goesOn={round > 0}
          choose={choose}
          changeView={(changed) => go({ view: changed }, true)}
          samePerson={(other, chosen, from) => {
            setCarried(chosen);
            setLeftOver(from);
            go({ subject: other });
          }}
        />
        {subject === undefined && <Content component="small">{t('importHint')}</Content>}
      </div>
    </PageBody>
  );
}
