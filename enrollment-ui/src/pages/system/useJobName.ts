import { useTranslation } from 'react-i18next';

/** What a job does, in words; a job that the console does not know keeps its own name. */
export function useJobName(): (name: string) => string {
  const { t } = useTranslation('system');
  return (name) => t(`job.${name}`, { defaultValue: name });
}
