import {
  ActionGroup,
  Button,
  Card,
  CardBody,
  CardTitle,
  Form,
  FormGroup,
  FormHelperText,
  HelperText,
  HelperTextItem,
  TextInput,
} from '@patternfly/react-core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApiProblem } from '@/api/problem';
import { ProblemAlert } from '@/components/ProblemAlert';

/** Where the service has no identity provider, an API key opens the console. It stays in this page's memory. */
export function KeyForm({ use, refused }: { use: (key: string) => Promise<void>; refused: ApiProblem | undefined }) {
  const { t } = useTranslation();
  const [key, setKey] = useState('');
  return (
    <main className="janua-sign-in">
      <Card>
        <CardTitle component="h1">{t('keyForm.title')}</CardTitle>
        <CardBody>
          <Form
            onSubmit={(event) => {
              event.preventDefault();
              void use(key.trim());
            }}
          >
            {refused && <ProblemAlert problem={refused} />}
            <FormGroup label={t('keyForm.key')} fieldId="api-key" isRequired>
              <TextInput
                id="api-key"
                type="password"
                autoComplete="off"
                isRequired
                value={key}
                onChange={(_, value) => setKey(value)}
              />
              <FormHelperText>
                <HelperText>
                  <HelperTextItem>{t('keyForm.help')}</HelperTextItem>
                </HelperText>
              </FormHelperText>
            </FormGroup>
            <ActionGroup>
              <Button type="submit" isDisabled={!key.trim()}>
                {t('keyForm.open')}
              </Button>
            </ActionGroup>
          </Form>
        </CardBody>
      </Card>
    </main>
  );
}
