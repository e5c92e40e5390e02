import { Card, CardBody, CardTitle, Label } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';

/** What the service looks at before it calls itself ready. */
export function ChecksCard({ checks }: { checks: Schemas['SystemCheck'][] }) {
  const { t } = useTranslation('system');
  return (
    <Card isCompact isFullHeight>
      <CardTitle component="h2">{t('checks.title')}</CardTitle>
      <CardBody>
        <ul className="janua-system-checks">
          {/* They come in any order; what is asked again must not jump about. */}
          {checks.toSorted(byName).map(({ name, up, data }) => (
            <li key={name}>
              <Label isCompact status={up ? 'success' : 'danger'}>
                {t(up ? 'checks.up' : 'checks.down')}
              </Label>{' '}
              {name}
              {Object.keys(data).length > 0 && (
                <div className="janua-system-data">
                  {Object.entries(data)
                    .map(([key, value]) => `${key}: ${String(value)}`)
                    .join(' · ')}
                </div>
              )}
            </li>
          ))}
        </ul>
      </CardBody>
    </Card>
  );
}

function byName(one: Schemas['SystemCheck'], other: Schemas['SystemCheck']): number {
  return one.name.localeCompare(other.name);
}
