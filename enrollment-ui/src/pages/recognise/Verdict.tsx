import CheckCircleIcon from '@patternfly/react-icons/dist/esm/icons/check-circle-icon';
import ExclamationTriangleIcon from '@patternfly/react-icons/dist/esm/icons/exclamation-triangle-icon';
import QuestionCircleIcon from '@patternfly/react-icons/dist/esm/icons/question-circle-icon';
import UserSlashIcon from '@patternfly/react-icons/dist/esm/icons/user-slash-icon';
import { Title } from '@patternfly/react-core';
import type { ReactNode } from 'react';

/** Each outcome is an answer, none of them a fault. */
export type VerdictTone = 'match' | 'nobody' | 'look' | 'spoof';

const ICONS = {
  match: CheckCircleIcon,
  nobody: UserSlashIcon,
  look: QuestionCircleIcon,
  spoof: ExclamationTriangleIcon,
};

/** The answer in one line, and what it rests on. */
export function Verdict({
  tone,
  title,
  face,
  children,
}: {
  tone: VerdictTone;
  title: ReactNode;
  /** The person's face, where it is one. */
  face?: ReactNode;
  children: ReactNode;
}) {
  const Icon = ICONS[tone];
  return (
    <div className={`janua-verdict janua-verdict-${tone}`}>
      {face ?? <Icon className="janua-verdict-icon" />}
      <div>
        <Title headingLevel="h2" size="xl">
          {face && <Icon className="janua-verdict-small-icon" />}
          {title}
        </Title>
        {children}
      </div>
    </div>
  );
}
