import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { useOneAtATime } from './useOneAtATime';

function Counter({ act }: { act: () => Promise<void> }) {
  const deed = useOneAtATime({ mutationFn: act });
  return <button onClick={() => deed.mutate()}>{deed.isSuccess ? 'done' : 'act'}</button>;
}

it('acts once however often it is clicked meanwhile, and again afterwards', async () => {
  let acted = 0;
  const act = async () => {
    acted += 1;
  };
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Counter act={act} />
    </QueryClientProvider>,
  );
  const button = screen.getByRole('button');
  fireEvent.click(button);
  fireEvent.click(button);
  await waitFor(() => expect(button.textContent).toBe('done'));
  expect(acted).toBe(1);
  fireEvent.click(button);
  await waitFor(() => expect(acted).toBe(2));
});
