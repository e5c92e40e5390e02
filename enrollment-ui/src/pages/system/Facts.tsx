import {
  Card,
  CardBody,
  CardTitle,
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
} from '@patternfly/react-core';
import type { ReactNode } from 'react';

/** A card of terms and what they are; rows without a value are left out. */
export function Facts({
  title,
  facts,
  children,
}: {
  title: string;
  facts: [term: string, value: ReactNode][];
  children?: ReactNode;
}) {
  return (
    <Card isCompact isFullHeight>
      <CardTitle component="h2">{title}</CardTitle>
      <CardBody>
        {children}
        <DescriptionList isCompact isHorizontal horizontalTermWidthModifier={{ default: '9rem' }}>
          {facts
            .filter(([, value]) => value !== undefined)
            .map(([term, value]) => (
              <DescriptionListGroup key={term}>
                <DescriptionListTerm>{term}</DescriptionListTerm>
                <DescriptionListDescription>{value}</DescriptionListDescription>
              </DescriptionListGroup>
            ))}
        </DescriptionList>
      </CardBody>
    </Card>
  );
}
