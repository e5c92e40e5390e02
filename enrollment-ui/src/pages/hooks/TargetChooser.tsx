import { Card, CardBody, CardTitle, Gallery } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { PageBody } from '@/components/PageBody';
import { TARGET_TYPES } from './targets';

/** The first question of a new hook: whom to tell. */
export function TargetChooser() {
  const { t } = useTranslation('hooks');
  return (
    <PageBody title={t('new.title')} description={t('new.whom')} trail={[{ to: '/hooks', text: t('title') }]}>
      <Gallery hasGutter minWidths={{ default: '100%', sm: '20rem' }} component="ul" className="janua-hooks-targets">
        {TARGET_TYPES.map((type) => (
          <Card key={type} component="li" isFullHeight className="janua-hooks-target">
            <CardTitle component="h2">
              <Link to={`?new=${type}`}>{t(`target.${type}.name`)}</Link>
            </CardTitle>
            <CardBody>
              <p>{t(`target.${type}.help`)}</p>
              <p className="janua-hooks-subtle">{t(`target.${type}.for`)}</p>
            </CardBody>
          </Card>
        ))}
      </Gallery>
    </PageBody>
  );
}
