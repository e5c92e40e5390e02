import { Button, TextInput } from '@patternfly/react-core';
import TrashIcon from '@patternfly/react-icons/dist/esm/icons/trash-icon';
import { useTranslation } from 'react-i18next';
import type { TimeSpan } from '../types';
import { kindOf } from './scheduleDraft';

/** From when until when, and what that amounts to where it is not plain. */
export function SpanFields({
  span,
  change,
  remove,
  isDisabled,
}: {
  span: TimeSpan;
  change: (span: TimeSpan) => void;
  remove: () => void;
  isDisabled: boolean;
}) {
  const { t } = useTranslation('access');
  const kind = kindOf(span);
  return (
    <div className="janua-span">
      {(['from', 'until'] as const).map((end) => (
        <TextInput
          key={end}
          type="time"
          aria-label={t(`span.${end}`)}
          value={span[end]}
          isDisabled={isDisabled}
          onChange={(_, value) => change({ from: span.from, until: span.until, [end]: value })}
        />
      ))}
      <Button
        variant="plain"
        icon={<TrashIcon />}
        aria-label={t('span.remove')}
        isDisabled={isDisabled}
        onClick={remove}
      />
      {kind !== 'sameDay' && kind !== 'unfinished' && <span className="janua-subtle">{t(`span.${kind}`)}</span>}
    </div>
  );
}
