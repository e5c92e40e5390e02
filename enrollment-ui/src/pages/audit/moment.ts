import { useTranslation } from 'react-i18next';
import { regional } from '@/i18n';

const TIME = { hour: '2-digit', minute: '2-digit', second: '2-digit' } as const;

/** A log wants seconds, and the year only where it is another one. */
export function useMoment(): (iso: string) => string {
  const { i18n } = useTranslation();
  const thisYear = new Intl.DateTimeFormat(regional(i18n.language), { day: 'numeric', month: 'short', ...TIME });
  const anyYear = new Intl.DateTimeFormat(regional(i18n.language), { dateStyle: 'medium', timeStyle: 'medium' });
  return (iso) => {
    const at = new Date(iso);
    return (at.getFullYear() === new Date().getFullYear() ? thisYear : anyYear).format(at);
  };
}
