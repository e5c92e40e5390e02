import { Button, Card, CardBody, CardTitle, Content, List, ListItem } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/auth/me';
import { download } from '@/components/download';
import { Time } from '@/components/formats';
import { ProblemAlert } from '@/components/ProblemAlert';
import { useKeys } from './audit-api';
import { keyName } from './files';

/** The public keys of the log; all of them in one file, because an old export was signed by an old one. */
export function KeysCard() {
  const { t } = useTranslation('audit');
  const { tenant } = useMe();
  const keys = useKeys();
  const all = keys.data ?? [];
  return (
    <Card>
      <CardTitle component="h2">{t('keys.title')}</CardTitle>
      <CardBody>
        <Content component="p">{t('keys.help')}</Content>
        {keys.isError && <ProblemAlert problem={keys.error} />}
        <List isPlain>
          {all.map(({ id, origin, createdAt }) => (
            <ListItem key={id}>
              <span className="janua-audit-raw">
                {origin} {id}
              </span>{' '}
              · <Time at={createdAt} />
            </ListItem>
          ))}
        </List>
        <Button
          variant="secondary"
          className="janua-gap-above"
          isDisabled={all.length === 0}
          onClick={() =>
            download(
              new Blob(
                all.map(({ pem }) => pem),
                { type: 'application/x-pem-file' },
              ),
              keyName(tenant),
            )
          }
        >
          {t('keys.button', { name: keyName(tenant) })}
        </Button>
      </CardBody>
    </Card>
  );
}
