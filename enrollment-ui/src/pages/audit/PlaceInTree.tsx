import { ClipboardCopy, ClipboardCopyVariant, Content, ExpandableSection, Title } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { useFormats } from '@/components/formats';
import { Notice } from '@/components/Notice';
import { parseCheckpoint } from './checkpoint';
import { isIncluded } from './inclusion';

/** Where the entry lies in the signed tree, and what proves it. */
export function PlaceInTree({ entry: { index, proof } }: { entry: Schemas['AuditEntry'] }) {
  const { t } = useTranslation('audit');
  const { number } = useFormats();
  const [open, setOpen] = useState(false);
  if (index == null || !proof) {
    return (
      <Content component="p" className="janua-gap-above">
        {t('proof.none')}
      </Content>
    );
  }
  return (
    <ExpandableSection
      className="janua-gap-above"
      toggleText={t('proof.title', { index: number(index) })}
      isExpanded={open}
      onToggle={(_, wanted) => setOpen(wanted)}
    >
      {open && <Proof index={index} proof={proof} />}
    </ExpandableSection>
  );
}

function Proof({ index, proof }: { index: number; proof: Schemas['InclusionProof'] }) {
  const { t } = useTranslation('audit');
  return (
    <>
      <CheckedHere index={index} proof={proof} />
      <Copyable label={t('proof.leaf')} text={proof.leaf} />
      <Copyable label={t('proof.path')} text={proof.path.join('\n')} />
      <Copyable label={t('proof.checkpoint')} text={proof.checkpoint} />
    </>
  );
}

/** The browser follows the path itself: it does not have to take the service's word. */
function CheckedHere({ index, proof }: { index: number; proof: Schemas['InclusionProof'] }) {
  const { t } = useTranslation('audit');
  const { number } = useFormats();
  const checkpoint = parseCheckpoint(proof.checkpoint);
  // Browsers hash for pages that came over TLS only.
  const possible = checkpoint !== undefined && globalThis.crypto?.subtle !== undefined;
  const check = useQuery({
    queryKey: ['audit', 'inclusion', index, proof],
    queryFn: () => isIncluded(proof.leaf, index, checkpoint!.size, proof.path, checkpoint!.root),
    enabled: possible,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  if (!possible || check.isPending) {
    return null;
  }
  return check.data ? (
    <Notice variant="success" title={t('proof.included', { size: number(checkpoint.size) })}>
      {t('proof.includedHelp')}
    </Notice>
  ) : (
    <Notice variant="danger" title={t('proof.notIncluded')}>
      {t('proof.notIncludedHelp')}
    </Notice>
  );
}

function Copyable({ label, text }: { label: string; text: string }) {
  const { t } = useTranslation('audit');
  return (
    <div className="janua-gap-above">
      <Title headingLevel="h3" size="md">
        {label}
      </Title>
      <ClipboardCopy
        isReadOnly
        isCode
        isExpanded
        variant={ClipboardCopyVariant.expansion}
        hoverTip={t('common:copy')}
        clickTip={t('common:copied')}
        textAriaLabel={label}
        toggleAriaLabel={label}
      >
        {text}
      </ClipboardCopy>
    </div>
  );
}
