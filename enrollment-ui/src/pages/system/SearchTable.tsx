import { Label, Progress } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { useFormats } from '@/components/formats';
import { filled, needsHelp } from './search';

type Gallery = Schemas['SystemSearchGallery'];

const LOOKS = {
  filling: { color: 'blue' },
  ready: { status: 'success' },
  no_room: { status: 'warning' },
  unprotected: { status: 'warning' },
  failed: { status: 'danger' },
} as const satisfies Record<Gallery['state'], object>;

export function SearchTable({ galleries }: { galleries: Gallery[] }) {
  const { t } = useTranslation('system');
  return (
    <Table variant="compact" aria-label={t('search.table')} className="janua-gap-above">
      <Thead>
        <Tr>
          <Th width={25}>{t('search.gallery')}</Th>
          <Th width={35}>{t('search.state')}</Th>
          <Th>{t('search.templates')}</Th>
          <Th>{t('search.memory')}</Th>
        </Tr>
      </Thead>
      <Tbody>
        {galleries.map((gallery) => (
          <Row key={`${gallery.name} ${gallery.model}`} gallery={gallery} />
        ))}
      </Tbody>
    </Table>
  );
}

function Row({ gallery }: { gallery: Gallery }) {
  const { t } = useTranslation('system');
  const { number, bytes } = useFormats();
  const { name, model, state, templates, expected } = gallery;
  return (
    <Tr>
      <Td dataLabel={t('search.gallery')} modifier="breakWord">
        {name}
        <div className="janua-system-data">{model}</div>
      </Td>
      <Td dataLabel={t('search.state')}>
        <div>
          <Label isCompact {...LOOKS[state]}>
            {t(`search.states.${state}`)}
          </Label>
          {needsHelp(state) && <div className="janua-system-data">{t(`search.stateHelp.${state}`)}</div>}
        </div>
      </Td>
      <Td dataLabel={t('search.templates')}>
        {state === 'filling' ? (
          <div>
            <Progress
              value={filled(gallery)}
              size="sm"
              measureLocation="none"
              aria-label={t('search.progress', { name })}
            />
            {expected > 0 ? t('ofMost', { now: number(templates), most: number(expected) }) : t('search.counting')}
          </div>
        ) : state === 'ready' ? (
          number(templates)
        ) : expected > 0 ? (
          number(expected)
        ) : undefined}
      </Td>
      <Td dataLabel={t('search.memory')}>{gallery.bytes > 0 ? bytes(gallery.bytes) : undefined}</Td>
    </Tr>
  );
}
