import { Button, Content, Title } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/components/formats';
import { useObjectUrl } from '@/components/pictures';
import type { Tries, Try } from './tries';
import { useOutcomeText } from './useOutcomeText';

/** What was tried since the page was opened. Nothing of it is kept anywhere else. */
export function TryHistory({
  gallery,
  tries,
  show,
  clear,
}: {
  gallery: string;
  tries: Tries;
  show: (tried: Try) => void;
  clear: () => void;
}) {
  const { t } = useTranslation('recognise');
  return (
    <section aria-labelledby="tries" className="janua-tries">
      <Title headingLevel="h2" size="lg" id="tries">
        {t('tries.title')}
      </Title>
      <Content component="small">{t('tries.help')}</Content>
      <ul>
        {tries.all.map((each) => (
          <li key={each.id}>
            <TryButton gallery={gallery} tried={each} isShown={each === tries.shown} show={() => show(each)} />
          </li>
        ))}
      </ul>
      <Button variant="link" isInline onClick={clear}>
        {t('tries.clear')}
      </Button>
    </section>
  );
}

function TryButton({
  gallery,
  tried,
  isShown,
  show,
}: {
  gallery: string;
  tried: Try;
  isShown: boolean;
  show: () => void;
}) {
  const { t } = useTranslation('recognise');
  const { oneIn } = useFormats();
  const url = useObjectUrl(tried.picture.image);
  const outcome = useOutcomeText(gallery, tried);
  const { subject, rate } = tried.question;
  return (
    <button type="button" className="janua-try" aria-current={isShown ? 'true' : undefined} onClick={show}>
      {url ? (
        <img className="janua-face" src={url} width={64} height={64} alt="" />
      ) : (
        <span className="janua-try-blank" />
      )}
      <span>
        <strong>{outcome ?? '…'}</strong>
        {subject && <span>{t('tries.claim', { subject })}</span>}
        {rate && <span>{t('common:rate.oneIn', { n: oneIn(rate) })}</span>}
      </span>
    </button>
  );
}
