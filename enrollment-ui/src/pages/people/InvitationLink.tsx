import { InputGroup, InputGroupItem, TextInput } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { CopyButton } from '@/components/CopyButton';
import { Time } from '@/components/formats';
import { Notice } from '@/components/Notice';
import { qrPath } from './qrPath';

/** The link, which is shown only now: the service keeps no copy of its secret. */
export function InvitationLink({ invitation }: { invitation: Schemas['Invitation'] }) {
  const { t } = useTranslation('people');
  const link = `${window.location.origin}/enroll#${invitation.secret}`;
  const { size, path } = qrPath(link);
  return (
    <>
      <Notice variant="warning" title={t('invite.onlyNow')}>
        {t('invite.goodUntil')} <Time at={invitation.expiresAt} />
      </Notice>
      <svg
        className="janua-person-code"
        viewBox={`0 0 ${size} ${size}`}
        shapeRendering="crispEdges"
        role="img"
        aria-label={t('invite.code')}
      >
        <rect width={size} height={size} fill="#fff" />
        <path d={path} fill="#000" />
      </svg>
      <InputGroup>
        <InputGroupItem isFill>
          <TextInput
            readOnlyVariant="default"
            value={link}
            aria-label={t('invite.link')}
            onFocus={(event) => event.currentTarget.select()}
          />
        </InputGroupItem>
        <InputGroupItem>
          <CopyButton text={link} />
        </InputGroupItem>
      </InputGroup>
    </>
  );
}
