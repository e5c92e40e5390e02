import { Flex, FlexItem } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/auth/me';
import { Notice } from '@/components/Notice';
import { Checkpoints } from './Checkpoints';
import { ExportCard } from './ExportCard';
import { KeysCard } from './KeysCard';
import { VerifyCard } from './VerifyCard';

/** What makes the log believable to others, and how they check it. */
export function Proofs() {
  const { t } = useTranslation('audit');
  const limited = useMe().galleries != null;
  return (
    <Flex direction={{ default: 'column' }} gap={{ default: 'gapMd' }} className="janua-gap-above">
      {limited ? (
        <Notice variant="info" title={t('limited.title')}>
          {t('limited.help')}
        </Notice>
      ) : (
        <>
          <FlexItem>
            <VerifyCard />
          </FlexItem>
          <FlexItem>
            <ExportCard />
          </FlexItem>
        </>
      )}
      <FlexItem>
        <KeysCard />
      </FlexItem>
      <FlexItem>
        <Checkpoints />
      </FlexItem>
    </Flex>
  );
}
