import { useTranslation } from 'react-i18next';
import { eventKey } from './eventTypes';
import type { Hook } from './hooks-api';
import { actsOn } from './targets';

/** Of what a hook is told, and where that happens. */
export function Scope({ hook }: { hook: Hook }) {
  const { t } = useTranslation('hooks');
  const types = actsOn(hook.target.type) ?? hook.events;
  const events =
    types.length > 0
      ? types.map((type) => t(eventKey(type), { defaultValue: type })).join(', ')
      : t('scope.everything');
  return (
    <>
      {events}
      <div className="janua-hooks-subtle">
        {hook.points.length > 0 ? hook.points.join(', ') : t('scope.everywhere')}
        {hook.galleries && ` · ${t('scope.galleries', { galleries: hook.galleries.join(', ') })}`}
      </div>
    </>
  );
}
