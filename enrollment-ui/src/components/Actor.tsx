import { useTranslation } from 'react-i18next';
import { useMe } from '@/auth/me';

const SHORT = 8;
/** Lets no line end between the dots and the id. */
const WORD_JOINER = '\u2060';

/** Who acted, as people call them: the log knows `user:<id>`, `api-key:<id>`, `invitation:<id>` or `system:<job>`. */
export function useActorText(): (actor: string, name?: string | null) => string {
  const { t } = useTranslation('audit');
  const me = useMe();
  return (actor, name) => {
    const [kind, id = ''] = [actor.split(':', 1)[0]!, actor.slice(actor.indexOf(':') + 1)];
    if (actor === me.actor) {
      return t('actor.you', { name: name ?? me.name ?? t('actor.yourKey') });
    }
    if (name) {
      return name;
    }
    switch (kind) {
      case 'system':
        return t('actor.system', { job: t(`actor.job.${id}`, { defaultValue: id }) });
      case 'user':
      case 'api-key':
      case 'invitation':
        return t(`actor.${kind}`, { id: WORD_JOINER + id.slice(-SHORT) });
      case 'nobody':
        return t('actor.nobody');
      default:
        return actor;
    }
  };
}

export function Actor({ actor, name }: { actor: string; name?: string | null }) {
  const text = useActorText();
  return <span title={actor}>{text(actor, name)}</span>;
}
