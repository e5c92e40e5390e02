import { List, ListItem } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import { Notice } from '@/components/Notice';
import type { Layout } from './layout';
import type { Source } from './source';

const EXAMPLES = 5;

/** What will be left out or refused, said before anything is sent. */
export function LayoutWarnings({ source, layout }: { source: Source; layout: Layout }) {
  const { t } = useTranslation('imports');
  const packedHere = source.archive === undefined;
  const problem = source.tableProblem;
  return (
    <>
      {problem && (
        <Notice variant="danger" title={t('table.title', { line: problem.line })}>
          {t(`table.${problem.reason}`)}
        </Notice>
      )}
      {layout.misplacedTable && (
        <Notice variant="warning" title={t('warning.misplacedTable', { path: layout.misplacedTable })}>
          {t('warning.misplacedTableHelp')}
        </Notice>
      )}
      <Warning
        text="ambiguous"
        names={layout.ambiguous.map(({ id, folders }) => `${id}: ${folders.map((folder) => `${folder}/`).join(', ')}`)}
      />
      <Warning text="withoutSubject" names={layout.withoutSubject} />
      <Warning text="unsafe" names={layout.unsafe} />
      <Warning text={packedHere ? 'tooLargeLeftOut' : 'tooLarge'} names={layout.tooLarge} />
      <Warning text="missing" names={layout.missing} />
      <Warning text={packedHere ? 'othersLeftOut' : 'others'} names={layout.others} />
      {layout.namedByFile > 1 && source.onePerson?.decided === undefined && (
        <Notice isPlain variant="info" title={t('warning.namedByFile', { count: layout.namedByFile })} />
      )}
      {layout.ignored > 0 && <Notice isPlain variant="info" title={t('warning.ignored', { count: layout.ignored })} />}
    </>
  );
}

function Warning({ text, names }: { text: string; names: string[] }) {
  const { t } = useTranslation('imports');
  if (names.length === 0) {
    return null;
  }
  const more = names.length - EXAMPLES;
  return (
    <Notice variant="warning" title={t(`warning.${text}`, { count: names.length })}>
      {t(`warning.${text}Help`)}
      <List isPlain className="janua-paths">
        {names.slice(0, EXAMPLES).map((name) => (
          <ListItem key={name}>{name}</ListItem>
        ))}
        {more > 0 && <ListItem>{t('preview.more', { count: more })}</ListItem>}
      </List>
    </Notice>
  );
}
