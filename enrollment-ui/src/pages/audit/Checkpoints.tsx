import { Button, Card, CardBody, CardTitle, Content } from '@patternfly/react-core';
import DownloadIcon from '@patternfly/react-icons/dist/esm/icons/download-icon';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { useMe } from '@/auth/me';
import { download } from '@/components/download';
import { Failure } from '@/components/Failure';
import { Time, useFormats } from '@/components/formats';
import { Loading } from '@/components/Loading';
import { Pager, usePaging } from '@/components/paging';
import { useCheckpoints } from './audit-api';
import { parseCheckpoint } from './checkpoint';
import { checkpointName } from './files';

/** Where there is room for it; the file that is downloaded has it in any case. */
const ROOM: ('hidden' | 'visibleOnMd')[] = ['hidden', 'visibleOnMd'];

/** Signed states of the log: whoever keeps one elsewhere can tell whether the log was rewritten since. */
export function Checkpoints() {
  const { t } = useTranslation('audit');
  const paging = usePaging('checkpoints', 20);
  const found = useCheckpoints(paging);
  return (
    <Card>
      <CardTitle component="h2">{t('checkpoints.title')}</CardTitle>
      <CardBody>
        <Content component="p">{t('checkpoints.help')}</Content>
        {!found.data &&
          (found.isError ? <Failure problem={found.error} retry={() => void found.refetch()} /> : <Loading />)}
        {found.data && (
          <>
            <Table aria-label={t('checkpoints.title')} variant="compact">
              <Thead>
                <Tr>
                  <Th modifier="nowrap">{t('checkpoints.size')}</Th>
                  <Th>{t('column.time')}</Th>
                  <Th>{t('checkpoints.root')}</Th>
                  <Th visibility={ROOM}>{t('checkpoints.signature')}</Th>
                  <Th screenReaderText={t('common:actions')} />
                </Tr>
              </Thead>
              <Tbody>
                {found.data.items.map((checkpoint) => (
                  <Row key={checkpoint.size} checkpoint={checkpoint} />
                ))}
                {found.data.items.length === 0 && (
                  <Tr>
                    <Td colSpan={5}>{t('checkpoints.none')}</Td>
                  </Tr>
                )}
              </Tbody>
            </Table>
            {(found.data.nextCursor || paging.page > 1) && <Pager paging={paging} nextCursor={found.data.nextCursor} />}
          </>
        )}
      </CardBody>
    </Card>
  );
}

function Row({ checkpoint: { size, createdAt, note } }: { checkpoint: Schemas['AuditCheckpoint'] }) {
  const { t } = useTranslation('audit');
  const { number } = useFormats();
  const { tenant } = useMe();
  const read = parseCheckpoint(note);
  const signature = read?.signatures[0];
  return (
    <Tr>
      <Td dataLabel={t('checkpoints.size')}>{number(size)}</Td>
      <Td dataLabel={t('column.time')} modifier="nowrap">
        <Time at={createdAt} />
      </Td>
      <Td dataLabel={t('checkpoints.root')}>
        <span className="janua-audit-raw">{read?.root ?? t('checkpoints.unreadable')}</span>
      </Td>
      <Td dataLabel={t('checkpoints.signature')} visibility={ROOM}>
        {signature && (
          <div>
            {signature.signer}
            <div className="janua-audit-raw">{signature.signature}</div>
          </div>
        )}
      </Td>
      <Td isActionCell>
        <Button
          variant="plain"
          icon={<DownloadIcon />}
          aria-label={t('checkpoints.download', { size: number(size) })}
          onClick={() => download(new Blob([note], { type: 'text/plain' }), checkpointName(tenant, size))}
        />
      </Td>
    </Tr>
  );
}
