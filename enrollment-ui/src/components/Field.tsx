import { FormGroup, FormHelperText, HelperText, HelperTextItem } from '@patternfly/react-core';
import type { ReactNode } from 'react';

/** A labelled control with what helps to fill it in, or with what is wrong with it. */
export function Field({
  id,
  label,
  help,
  error,
  isRequired = false,
  role,
  children,
}: {
  /** Of the control; what it is described by has this id with "-help". */
  id: string;
  label: string;
  help?: ReactNode;
  error?: string | undefined;
  isRequired?: boolean;
  role?: 'group' | 'radiogroup';
  children: ReactNode;
}) {
  return (
    <FormGroup label={label} fieldId={id} isRequired={isRequired} {...(role ? { role } : {})}>
      {children}
      {(error || help) && (
        <FormHelperText>
          <HelperText id={`${id}-help`} isLiveRegion={error !== undefined}>
            <HelperTextItem variant={error ? 'error' : 'default'}>{error ?? help}</HelperTextItem>
          </HelperText>
        </FormHelperText>
      )}
    </FormGroup>
  );
}
