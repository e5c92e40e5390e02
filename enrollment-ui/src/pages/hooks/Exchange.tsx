import { Title } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import type { Delivery } from './hooks-api';
import { pretty } from './pretty';

/** What was sent, and what came back. */
export function Exchange({ delivery: { request, answer } }: { delivery: Delivery }) {
  const { t } = useTranslation('hooks');
  return (
    <div className="janua-hooks-exchange">
      <Side
        title={t('exchange.request')}
        line={request ? `${request.method} ${request.url}` : t('exchange.notSent')}
        headers={request?.headers}
        body={request?.body}
      />
      <Side
        title={t('exchange.answer')}
        line={answer ? (answer.status > 0 ? `HTTP ${answer.status}` : t('exchange.accepted')) : t('exchange.noAnswer')}
        headers={answer?.headers}
        body={answer?.body}
      />
    </div>
  );
}

function Side({
  title,
  line,
  headers = {},
  body,
}: {
  title: string;
  line: string;
  headers?: Record<string, string> | undefined;
  body: string | undefined;
}) {
  const { t } = useTranslation('hooks');
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return (
    <section aria-label={title}>
      <Title headingLevel="h3" size="md">
        {title}
      </Title>
      <p className="janua-hooks-address">{line}</p>
      {lines.length > 0 && <Code label={t('exchange.headers')}>{lines.join('\n')}</Code>}
      {body && <Code label={t('exchange.body')}>{pretty(body)}</Code>}
    </section>
  );
}

function Code({ label, children }: { label: string; children: string }) {
  return (
    // A long body scrolls, and whoever has no mouse scrolls it with the keyboard.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <pre className="janua-hooks-pre" role="region" aria-label={label} tabIndex={0}>
      {children}
    </pre>
  );
}
