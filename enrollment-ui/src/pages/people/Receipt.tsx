import {
  Button,
  Card,
  CardBody,
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
  Flex,
  Title,
} from '@patternfly/react-core';
import DownloadIcon from '@patternfly/react-icons/dist/esm/icons/download-icon';
import PrintIcon from '@patternfly/react-icons/dist/esm/icons/print-icon';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { download } from '@/components/download';
import { Time, useFormats } from '@/components/formats';
import { Notice } from '@/components/Notice';

/** The service's signed word for what it erased. It is shown once, so it can be kept and printed. */
export function Receipt({ receipt }: { receipt: Schemas['ErasureReceipt'] }) {
  const { t } = useTranslation('people');
  const { number } = useFormats();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  // As the service wrote it: its signature is over these very values.
  const keep = () =>
    download(
      new Blob([JSON.stringify(receipt, null, 2)], { type: 'application/json' }),
      `janua-erasure-receipt-${receipt.id}.json`,
    );
  const facts: [string, ReactNode][] = [
    [t('receipt.what'), t(receipt.subjectErased ? 'receipt.subject' : 'receipt.facesOnly')],
    [t('column.id'), receipt.subject],
    [t('common:nav.gallery'), receipt.gallery],
    [t('receipt.reason'), receipt.reason],
    [t('receipt.faces'), number(receipt.faces)],
    [t('receipt.templates'), number(receipt.templates)],
    [t('receipt.pictures'), number(receipt.pictures)],
    [t('receipt.key'), t(receipt.key ? 'receipt.keyDestroyed' : 'receipt.noKey')],
    [t('receipt.erasedAt'), <Time key="at" at={receipt.erasedAt} />],
    [t('receipt.id'), receipt.id],
    [
      t('receipt.signature'),
      <span key="signature" className="janua-person-signature">
        {receipt.signature}
      </span>,
    ],
  ];
  return (
    <Card className="janua-person-receipt janua-person-narrow">
      <CardBody>
        <Title headingLevel="h2" ref={heading} tabIndex={-1}>
          {t('receipt.title')}
        </Title>
        <Notice isPlain variant="success" title={t('receipt.help')} className="janua-not-printed" />
        <DescriptionList isHorizontal isCompact className="janua-gap-above">
          {facts.map(([term, value]) => (
            <DescriptionListGroup key={term}>
              <DescriptionListTerm>{term}</DescriptionListTerm>
              <DescriptionListDescription>{value}</DescriptionListDescription>
            </DescriptionListGroup>
          ))}
        </DescriptionList>
        <Flex className="janua-gap-above janua-not-printed">
          <Button icon={<DownloadIcon />} onClick={keep}>
            {t('receipt.download')}
          </Button>
          <Button variant="secondary" icon={<PrintIcon />} onClick={() => window.print()}>
            {t('receipt.print')}
          </Button>
        </Flex>
      </CardBody>
    </Card>
  );
}
