import { Content, Label, Title } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Schemas } from '@/api/client';
import { useMay } from '@/auth/me';
import { Failure } from '@/components/Failure';
import { Time, useFormats } from '@/components/formats';
import { Loading } from '@/components/Loading';
import { galleryPath } from '@/pages/people/paths';
import { Retention } from './Retention';
import { useHoldings } from './system-api';

/** What is held of people, why and how long; and what has to go. */
export function PrivacyTab() {
  const { t } = useTranslation('system');
  const may = useMay();
  const holdings = useHoldings();
  if (!holdings.data) {
    return holdings.isError ? <Failure problem={holdings.error} retry={() => void holdings.refetch()} /> : <Loading />;
  }
  return (
    <>
      <Content component="p" className="janua-system-text">
        {t('privacy.help')}
      </Content>
      <HoldingsTable holdings={holdings.data} />
      <Content component="small">
        {t('privacy.asOf')} <Time at={holdings.data.generatedAt} />
      </Content>
      {may('subjects.write') && (
        <section aria-labelledby="retention" className="janua-gap-above">
          <Title headingLevel="h2" size="lg" id="retention">
            {t('retention.title')}
          </Title>
          <Retention />
        </section>
      )}
    </>
  );
}

function HoldingsTable({ holdings: { galleries, totals } }: { holdings: Schemas['Holdings'] }) {
  const { t } = useTranslation('system');
  const { number } = useFormats();
  return (
    <Table variant="compact" aria-label={t('tab.privacy')}>
      <Thead>
        <Tr>
          <Th width={20} modifier="wrap">
            {t('privacy.gallery')}
          </Th>
          <Th modifier="wrap">{t('privacy.subjects')}</Th>
          <Th modifier="wrap">{t('privacy.withoutConsent')}</Th>
          <Th modifier="wrap">{t('privacy.faces')}</Th>
          <Th modifier="wrap">{t('privacy.pictures')}</Th>
          <Th modifier="wrap">{t('privacy.templates')}</Th>
          <Th modifier="wrap">{t('privacy.oldest')}</Th>
          <Th modifier="wrap">{t('privacy.retention')}</Th>
          <Th modifier="wrap">{t('privacy.due')}</Th>
        </Tr>
      </Thead>
      <Tbody>
        {galleries.map((each) => (
          <Tr key={each.gallery}>
            <Td dataLabel={t('privacy.gallery')} modifier="breakWord">
              <GalleryLink gallery={each.gallery} />
              <div className="janua-system-data">{each.purpose ?? t('privacy.noPurpose')}</div>
            </Td>
            <Td dataLabel={t('privacy.subjects')}>{number(each.subjects)}</Td>
            <Td dataLabel={t('privacy.withoutConsent')}>
              {number(each.withoutConsent)}{' '}
              {each.consent === 'required' && each.withoutConsent > 0 && (
                <Label isCompact status="warning">
                  {t('privacy.required')}
                </Label>
              )}
            </Td>
            <Td dataLabel={t('privacy.faces')}>{number(each.faces)}</Td>
            <Td dataLabel={t('privacy.pictures')}>{number(each.pictures)}</Td>
            <Td dataLabel={t('privacy.templates')}>
              {Object.entries(each.templates).map(([model, count]) => (
                <div key={model}>
                  {number(count)} <span className="janua-system-data">{model}</span>
                </div>
              ))}
            </Td>
            <Td dataLabel={t('privacy.oldest')}>
              {each.oldestLastUse ? <Time at={each.oldestLastUse} dateOnly /> : t('privacy.nobody')}
            </Td>
            <Td dataLabel={t('privacy.retention')}>
              {t('privacy.days', { count: each.retentionDays, n: number(each.retentionDays) })}
            </Td>
            <Td dataLabel={t('privacy.due')}>{number(each.dueWithin30Days)}</Td>
          </Tr>
        ))}
        <Tr className="janua-system-total">
          <Th dataLabel={t('privacy.gallery')}>
            {t('privacy.total', { count: totals.galleries, n: number(totals.galleries) })}
          </Th>
          <Td dataLabel={t('privacy.subjects')}>{number(totals.subjects)}</Td>
          <Td dataLabel={t('privacy.withoutConsent')}>{number(totals.withoutConsent)}</Td>
          <Td dataLabel={t('privacy.faces')}>{number(totals.faces)}</Td>
          <Td dataLabel={t('privacy.pictures')}>{number(totals.pictures)}</Td>
          <Td dataLabel={t('privacy.templates')}>{number(totals.templates)}</Td>
          <Td colSpan={2} />
          <Td dataLabel={t('privacy.due')}>{number(totals.dueWithin30Days)}</Td>
        </Tr>
      </Tbody>
    </Table>
  );
}

function GalleryLink({ gallery }: { gallery: string }) {
  return useMay()('subjects.read') ? <Link to={galleryPath(gallery, 'people')}>{gallery}</Link> : <>{gallery}</>;
}
