import { Checkbox, Radio } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import { useGalleries } from '@/layout/galleries';

/** All galleries, or only these. */
export function GalleriesChooser({
  chosen,
  change,
  allOnly,
}: {
  /** Undefined for all. */
  chosen: string[] | undefined;
  change: (galleries: string[] | undefined) => void;
  /** The key's operations reach beyond every gallery. */
  allOnly: boolean;
}) {
  const { t } = useTranslation('apikeys');
  const names = useGalleries().data?.map((gallery) => gallery.name) ?? [];
  return (
    <fieldset className="janua-keys-group">
      <legend>{t('column.galleries')}</legend>
      <Radio
        id="galleries-all"
        name="galleries"
        label={t('allGalleries')}
        description={t(allOnly ? 'create.allOnly' : 'create.allHelp')}
        isChecked={!chosen}
        onChange={() => change(undefined)}
      />
      <Radio
        id="galleries-some"
        name="galleries"
        label={t('create.some')}
        isChecked={chosen !== undefined}
        isDisabled={allOnly || names.length === 0}
        onChange={() => change([])}
        body={
          chosen && (
            <div className="janua-keys-galleries">
              {names.map((name) => (
                <Checkbox
                  key={name}
                  id={`gallery-${name}`}
                  label={name}
                  isChecked={chosen.includes(name)}
                  onChange={(_, checked) =>
                    change(checked ? [...chosen, name] : chosen.filter((each) => each !== name))
                  }
                />
              ))}
            </div>
          )
        }
      />
    </fieldset>
  );
}
