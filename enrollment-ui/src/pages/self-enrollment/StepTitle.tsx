import { Title } from '@patternfly/react-core';
import { type ReactNode, useEffect, useRef } from 'react';

/** The heading of a step, at which somebody who listens to the page goes on. */
export function StepTitle({ children }: { children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    window.scrollTo({ top: 0 });
  }, []);
  return (
    <Title headingLevel="h1" ref={heading} tabIndex={-1} className="janua-applicant-title">
      {children}
    </Title>
  );
}
