import { Button, type ButtonProps } from '@patternfly/react-core';
import { Link } from 'react-router';

/** A link to another page that looks like a button. */
export function LinkButton({ to, ...button }: { to: string } & Omit<ButtonProps, 'component' | 'href'>) {
  return <Button {...button} component={Link} {...{ to }} />;
}
