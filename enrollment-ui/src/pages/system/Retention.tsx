import { Button, Content, Flex } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ok, type Schemas } from '@/api/client';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { useFormats } from '@/components/formats';
import { Notice } from '@/components/Notice';
import { ProblemAlert } from '@/components/ProblemAlert';
import { useOneAtATime } from '@/components/useOneAtATime';

function run(dryRun: boolean): Promise<Schemas['RetentionRun']> {
  return ok(api.POST('/v1/privacy/retention-runs', { params: { query: { dryRun } } }));
}

/** People whose time is up: counted first, erased when somebody says so. The night does it by itself. */
export function Retention() {
  const { t } = useTranslation('system');
  const { number } = useFormats();
  const queries = useQueryClient();
  const [shown, setShown] = useState<Schemas['RetentionRun']>();
  const [asking, setAsking] = useState(false);
  const count = useOneAtATime({ mutationFn: () => run(true), onSuccess: setShown });
  const due = shown?.dryRun ? shown.galleries.reduce((total, each) => total + each.due, 0) : 0;
  return (
    <>
      <Content component="p" className="janua-system-text">
        {t('retention.help')}
      </Content>
      <Flex gap={{ default: 'gapSm' }}>
        <Button
          variant="secondary"
          isLoading={count.isPending}
          isAriaDisabled={count.isPending}
          onClick={() => count.mutate()}
        >
          {t('retention.count')}
        </Button>
        {due > 0 && (
          <Button variant="danger" onClick={() => setAsking(true)}>
            {t('retention.erase', { count: due, n: number(due) })}
          </Button>
        )}
      </Flex>
      {count.isError && <ProblemAlert problem={count.error} />}
      <div role="status">{shown && <RunResult result={shown} />}</div>
      {asking && (
        <ConfirmDialog
          title={t('retention.title')}
          confirm={t('retention.erase', { count: due, n: number(due) })}
          word={t('retention.word')}
          onConfirm={async () => {
            setShown(await run(false));
            await Promise.all(
              [['holdings'], ['galleries'], ['subjects']].map((queryKey) => queries.invalidateQueries({ queryKey })),
            );
          }}
          onClose={() => setAsking(false)}
        >
          <Content component="p">{t('retention.confirm', { count: due, n: number(due) })}</Content>
        </ConfirmDialog>
      )}
    </>
  );
}

function RunResult({ result: { dryRun, galleries, notReached } }: { result: Schemas['RetentionRun'] }) {
  const { t } = useTranslation('system');
  const { number } = useFormats();
  const sum = (of: (each: Schemas['RetentionRunInGallery']) => number) =>
    galleries.reduce((total, each) => total + of(each), 0);
  const [due, erased, failed] = [sum((each) => each.due), sum((each) => each.erased), sum((each) => each.failed)];
  return (
    <div className="janua-gap-above">
      <Notice
        variant={failed > 0 ? 'danger' : dryRun ? 'info' : 'success'}
        title={
          dryRun
            ? t('retention.counted', { count: due, n: number(due) })
            : t('retention.erased', { count: erased, n: number(erased) })
        }
      >
        {failed > 0 && <p>{t('retention.failed', { count: failed, n: number(failed) })}</p>}
        {(notReached.length > 0 || (!dryRun && erased + failed < due)) && <p>{t('retention.more')}</p>}
      </Notice>
      {due > 0 && (
        <Table variant="compact" aria-label={t('retention.table')}>
          <Thead>
            <Tr>
              <Th>{t('privacy.gallery')}</Th>
              <Th>{t('retention.due')}</Th>
              {!dryRun && <Th>{t('retention.gone')}</Th>}
            </Tr>
          </Thead>
          <Tbody>
            {galleries
              .filter((each) => each.due > 0)
              .map((each) => (
                <Tr key={each.gallery}>
                  <Td dataLabel={t('privacy.gallery')}>{each.gallery}</Td>
                  <Td dataLabel={t('retention.due')}>{number(each.due)}</Td>
                  {!dryRun && <Td dataLabel={t('retention.gone')}>{number(each.erased)}</Td>}
                </Tr>
              ))}
          </Tbody>
        </Table>
      )}
    </div>
  );
}
