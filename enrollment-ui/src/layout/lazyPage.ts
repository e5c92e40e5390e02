import { type ComponentType, lazy } from 'react';
import { unreachable, untilReachable } from '@/api/connection';

type Page = { default: ComponentType };

/**
 * A page that is loaded when it is first shown. Where the service is away at that moment, the page waits for it.
 *
 * @param next a page to which one goes from here, fetched ahead
 */
export function lazyPage(load: () => Promise<Page>, next?: () => Promise<Page>) {
  return lazy(async () => {
    const page = await load().catch(async () => {
      unreachable();
      await untilReachable();
      return load();
    });
    // Nobody waits for it, and who goes there later asks again.
    next?.().catch(() => {});
    return page;
  });
}
