import { Button, Content, Label, Progress } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ok, type Schemas } from '@/api/client';
import { Actor } from '@/components/Actor';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { Failure } from '@/components/Failure';
import { Time, useFormats } from '@/components/formats';
import { Loading } from '@/components/Loading';
import { useRekeyings, useRekeyingsChanged } from './system-api';

/** Other secrets for everything that is kept of faces, with what is under them already. */
export function KeysTab() {
  const { t } = useTranslation('system');
  const rekeyings = useRekeyings();
  const changed = useRekeyingsChanged();
  const [asking, setAsking] = useState(false);
  if (!rekeyings.data) {
    return rekeyings.isError ? (
      <Failure problem={rekeyings.error} retry={() => void rekeyings.refetch()} />
    ) : (
      <Loading />
    );
  }
  const running = rekeyings.data.find((each) => each.state === 'running');
  return (
    <>
      <Content component="p" className="janua-system-text">
        {t('keys.help')}
      </Content>
      <Button isAriaDisabled={running !== undefined} onClick={() => setAsking(true)}>
        {t('keys.start')}
      </Button>
      <div role="status">{running && <Content component="p">{t('keys.runs')}</Content>}</div>
      {rekeyings.data.length > 0 ? (
        <Rekeyings items={rekeyings.data} />
      ) : (
        <Content component="p" className="janua-gap-above">
          {t('keys.none')}
        </Content>
      )}
      {asking && (
        <ConfirmDialog
          title={t('keys.title')}
          confirm={t('keys.start')}
          word={t('keys.word')}
          onConfirm={async () => {
            await ok(api.POST('/v1/rekeyings'));
            await changed();
          }}
          onClose={() => setAsking(false)}
        >
          <Content component="p">{t('keys.confirm')}</Content>
        </ConfirmDialog>
      )}
    </>
  );
}

function Rekeyings({ items }: { items: Schemas['Rekeying'][] }) {
  const { t } = useTranslation('system');
  const { number } = useFormats();
  return (
    <Table variant="compact" aria-label={t('keys.list')} className="janua-gap-above">
      <Thead>
        <Tr>
          <Th>{t('keys.begun')}</Th>
          <Th>{t('keys.state')}</Th>
          <Th width={30}>{t('keys.progress')}</Th>
          <Th>{t('keys.ended')}</Th>
          <Th>{t('keys.who')}</Th>
        </Tr>
      </Thead>
      <Tbody>
        {items.map(({ id, state, done, total, startedBy, createdAt, finishedAt }) => (
          <Tr key={id}>
            <Td dataLabel={t('keys.begun')}>
              <Time at={createdAt} />
            </Td>
            <Td dataLabel={t('keys.state')}>
              <Label isCompact {...(state === 'done' ? { status: 'success' as const } : { color: 'blue' as const })}>
                {t(`keys.states.${state}`)}
              </Label>
            </Td>
            <Td dataLabel={t('keys.progress')}>
              {state === 'running' && (
                <Progress
                  size="sm"
                  measureLocation="none"
                  aria-label={t('keys.progress')}
                  value={total > 0 ? Math.floor((100 * done) / total) : 0}
                />
              )}
              {t('ofMost', { now: number(done), most: number(total) })}
            </Td>
            <Td dataLabel={t('keys.ended')}>{finishedAt ? <Time at={finishedAt} /> : ''}</Td>
            <Td dataLabel={t('keys.who')}>
              <Actor actor={startedBy} />
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
