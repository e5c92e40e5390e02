import { useTranslation } from 'react-i18next';
import { regional } from '@/i18n';
import { ago } from './ago';
import { useMoment } from '@/pages/audit/moment';

/** How long ago something was; the exact time shows under the pointer. */
export function Ago({ at, now }: { at: string; now: number }) {
  const text = useAgoText();
  const moment = useMoment();
  return (
    <time dateTime={at} title={moment(at)}>
      {text(at, now)}
    </time>
  );
}

export function useAgoText(): (at: string, now: number) => string {
  const { i18n } = useTranslation();
  const format = new Intl.RelativeTimeFormat(regional(i18n.language), { numeric: 'auto' });
  return (at, now) => {
    const { value, unit } = ago(at, now);
    return format.format(value, unit);
  };
}
