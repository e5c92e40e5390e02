import { Card, CardBody, CardTitle, Title } from '@patternfly/react-core';
import { type ReactNode, useEffect, useRef } from 'react';

/** One step of the flow. @param focused whether the person goes on here */
export function StepCard({
  step,
  title,
  focused,
  children,
}: {
  step: string;
  title: string;
  focused: boolean;
  children: ReactNode;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!focused) {
      return;
    }
    // The camera needs the height of the window.
    heading.current?.scrollIntoView({ block: 'start' });
    heading.current?.focus({ preventScroll: true });
  }, [focused]);
  return (
    <Card component="section" aria-labelledby={`enroll-${step}-heading`} className="janua-enroll-card">
      <CardTitle>
        <Title headingLevel="h2" size="lg" id={`enroll-${step}-heading`} ref={heading} tabIndex={-1}>
          {title}
        </Title>
      </CardTitle>
      <CardBody>{children}</CardBody>
    </Card>
  );
}
