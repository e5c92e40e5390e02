import { type UseMutationOptions, type UseMutationResult, useMutation } from '@tanstack/react-query';
import { useRef } from 'react';

/**
 * A mutation that is not begun again while it runs. A disabled button does not ensure that: the second click of a double
 * click comes before React has drawn the button anew.
 */
export function useOneAtATime<Data, Variables = void>(
  options: UseMutationOptions<Data, Error, Variables>,
): UseMutationResult<Data, Error, Variables> {
  const running = useRef(false);
  const mutation = useMutation({
    ...options,
    onSettled: (...outcome) => {
      running.current = false;
      return options.onSettled?.(...outcome);
    },
  });
  return {
    ...mutation,
    mutate: (...wanted) => {
      if (!running.current) {
        running.current = true;
        mutation.mutate(...wanted);
      }
    },
  };
}
