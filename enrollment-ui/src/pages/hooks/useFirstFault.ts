import { type RefObject, useEffect, useRef } from 'react';

/** Brings whoever sent a form to the first thing that is wrong with it: it may be far above the button. */
export function useFirstFault(attempts: number, problem: unknown): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (attempts > 0) {
      const control = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
      const notice = form.current?.querySelector<HTMLElement>('[role="alert"] > *');
      if (control) control.focus();
      else notice?.scrollIntoView({ block: 'center' });
    }
  }, [attempts, problem]);
  return form;
}
