import { FormSelect, FormSelectOption } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import { Field } from '@/components/Field';
import { firstGallery, useGalleries } from '@/layout/galleries';

/** The gallery that something new belongs to for good; the first offer is where the person was last. */
export function useFirstGallery(wished: string | undefined): string | undefined {
  const galleries = useGalleries().data ?? [];
  return galleries.find(({ name }) => name === wished)?.name ?? firstGallery(galleries);
}

export function GalleryField({
  id,
  help,
  value,
  choose,
  error,
}: {
  id: string;
  help: string;
  value: string | undefined;
  choose: (gallery: string) => void;
  error?: string | undefined;
}) {
  const { t } = useTranslation('access');
  const galleries = useGalleries().data ?? [];
  return (
    <Field id={id} label={t('gallery.one')} isRequired help={help} error={error}>
      <FormSelect
        id={id}
        value={value ?? ''}
        isRequired
        onChange={(_, gallery) => choose(gallery)}
        aria-describedby={`${id}-help`}
      >
        {galleries.map(({ name }) => (
          <FormSelectOption key={name} value={name} label={name} />
        ))}
      </FormSelect>
    </Field>
  );
}
