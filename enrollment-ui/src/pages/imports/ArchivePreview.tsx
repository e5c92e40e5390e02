import { Content, Flex, FlexItem, Label, LabelGroup, Radio } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/components/formats';
import { Notice } from '@/components/Notice';
import { LayoutWarnings } from './LayoutWarnings';
import type { SubjectInArchive } from './layout';
import { PicturePeek } from './PicturePeek';
import type { Source } from './source';
import type { SubjectsTable } from './subjects-csv';

const PEOPLE_SHOWN = 12;

/** What is about to be sent, read on this computer. */
export function ArchivePreview({
  source,
  decideOnePerson,
}: {
  source: Source;
  decideOnePerson: (yes: boolean) => void;
}) {
  const { t } = useTranslation('imports');
  const { bytes } = useFormats();
  const { layout, table } = source;
  return (
    <section aria-label={t('preview.title')} className="janua-preview">
      <Content component="h3">{source.name || t('preview.title')}</Content>
      {layout ? (
        <>
          <Flex gap={{ default: 'gapLg' }}>
            <Figure
              text={t('preview.picturesLabel', { count: layout.pictures.length })}
              value={layout.pictures.length}
            />
            <Figure text={t('preview.peopleLabel', { count: layout.subjects.length })} value={layout.subjects.length} />
            <FlexItem>
              <div className="janua-figure">{bytes(source.archive?.size ?? layout.bytes)}</div>
              {t('preview.size')}
            </FlexItem>
          </Flex>
          <PicturePeek source={source} />
          {layout.subjects.length > 0 && <People people={layout.subjects} />}
          {table && <TableText table={table} />}
          {source.onePerson && (
            <fieldset className="janua-gap-above">
              <legend>{t('onePerson.question', { folder: source.onePerson.folder })}</legend>
              <Radio
                id="one-person"
                name="one-person"
                label={t('onePerson.yes', { folder: source.onePerson.folder })}
                isChecked={source.onePerson.decided === true}
                onChange={() => decideOnePerson(true)}
              />
              <Radio
                id="many-people"
                name="one-person"
                label={t('onePerson.no')}
                isChecked={source.onePerson.decided === false}
                onChange={() => decideOnePerson(false)}
              />
            </fieldset>
          )}
          <LayoutWarnings source={source} layout={layout} />
        </>
      ) : (
        source.obstacle === undefined && <Notice variant="info" title={t('preview.unreadable')} />
      )}
      {source.obstacle && source.obstacle !== 'undecided' && (
        <Notice variant="danger" title={t(`obstacle.${source.obstacle}.title`)}>
          {t(`obstacle.${source.obstacle}.help`)}
        </Notice>
      )}
    </section>
  );
}

function TableText({ table: { names, attributes } }: { table: SubjectsTable }) {
  const { t } = useTranslation('imports');
  return (
    <Content component="p">
      {t('preview.table', { count: names.size })}{' '}
      {attributes.length > 0 && t('preview.attributes', { names: attributes.join(', ') })}
    </Content>
  );
}

function Figure({ text, value }: { text: string; value: number }) {
  const { number } = useFormats();
  return (
    <FlexItem>
      <div className="janua-figure">{number(value)}</div>
      {text}
    </FlexItem>
  );
}

function People({ people }: { people: SubjectInArchive[] }) {
  const { t } = useTranslation('imports');
  const more = people.length - PEOPLE_SHOWN;
  return (
    <LabelGroup categoryName={t('preview.people')} numLabels={PEOPLE_SHOWN + 1} className="janua-gap-above">
      {[
        ...people.slice(0, PEOPLE_SHOWN).map(({ id, name, pictures }) => (
          <Label key={id} variant="outline">
            {t('preview.person', { who: name ? `${name} (${id})` : id, count: pictures })}
          </Label>
        )),
        ...(more > 0
          ? [
              <Label key="more" variant="outline">
                {t('preview.more', { count: more })}
              </Label>,
            ]
          : []),
      ]}
    </LabelGroup>
  );
}
