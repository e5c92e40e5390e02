import { Label } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { Actor } from '@/components/Actor';
import { Time } from '@/components/formats';

export function ConsentTable({ consents }: { consents: Schemas['Consent'][] }) {
  const { t } = useTranslation('people');
  return (
    <Table variant="compact" aria-label={t('tab.consent')}>
      <Thead>
        <Tr>
          <Th modifier="wrap">{t('consent.state')}</Th>
          <Th modifier="wrap">{t('consent.textVersion')}</Th>
          <Th modifier="wrap">{t('consent.channel')}</Th>
          <Th modifier="wrap">{t('consent.givenAt')}</Th>
          <Th modifier="wrap">{t('consent.recorded')}</Th>
          <Th modifier="wrap">{t('consent.signature')}</Th>
        </Tr>
      </Thead>
      <Tbody>
        {consents.map((consent) => (
          <Tr key={consent.id}>
            <Td dataLabel={t('consent.state')}>
              {consent.withdrawnAt ? (
                <span>
                  <Label isCompact>{t('consent.withdrawn')}</Label> <Time at={consent.withdrawnAt} dateOnly />
                </span>
              ) : (
                <Label isCompact status="success">
                  {t('consent.inForce')}
                </Label>
              )}
            </Td>
            <Td dataLabel={t('consent.textVersion')} modifier="breakWord">
              {consent.textVersion}
            </Td>
            <Td dataLabel={t('consent.channel')}>{t(`consent.channels.${consent.channel}`)}</Td>
            <Td dataLabel={t('consent.givenAt')}>
              <Time at={consent.givenAt} />
            </Td>
            <Td dataLabel={t('consent.recorded')} modifier="breakWord">
              <span>
                <Time at={consent.recordedAt} />{' '}
                <span className="janua-people-id">{consent.recordedBy && <Actor actor={consent.recordedBy} />}</span>
              </span>
            </Td>
            <Td dataLabel={t('consent.signature')} modifier="breakWord">
              {consent.signatureReference ?? '–'}
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
