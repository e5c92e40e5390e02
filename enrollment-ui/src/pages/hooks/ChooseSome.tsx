import { Radio } from '@patternfly/react-core';
import type { ReactNode } from 'react';
import { Notice } from '@/components/Notice';

/** All of them, or only those that are chosen below. */
export function ChooseSome({
  name,
  legend,
  all,
  some,
  isAll,
  change,
  fault,
  children,
}: {
  /** Of the group of radios. */
  name: string;
  legend: string;
  all: { label: string; help: string };
  some: string;
  isAll: boolean;
  change: (all: boolean) => void;
  fault: string | undefined;
  /** What can be chosen. */
  children: ReactNode;
}) {
  return (
    <fieldset className="janua-hooks-group">
      <legend>{legend}</legend>
      <Radio
        id={`${name}-all`}
        name={name}
        label={all.label}
        description={all.help}
        isChecked={isAll}
        onChange={() => change(true)}
      />
      <Radio
        id={`${name}-some`}
        name={name}
        label={some}
        isChecked={!isAll}
        onChange={() => change(false)}
        body={!isAll && children}
      />
      <div role="alert">{fault && <Notice isPlain variant="danger" title={fault} />}</div>
    </fieldset>
  );
}
