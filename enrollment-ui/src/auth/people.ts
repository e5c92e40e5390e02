import { InMemoryWebStorage, type User, UserManager, WebStorageStateStore } from 'oidc-client-ts';
import { type Credentials, withHeader } from './credentials';

/** Ready to ask the identity provider (authorization code with PKCE). */
export function userManager(issuer: string, clientId: string): UserManager {
  const origin = window.location.origin;
  return new UserManager({
    authority: issuer,
    client_id: clientId,
    redirect_uri: `${origin}/`,
    popup_redirect_uri: `${origin}/signed-in.html`,
    post_logout_redirect_uri: `${origin}/`,
    scope: 'openid profile',
    automaticSilentRenew: true,
    // Tokens stay in this page's memory: what another script finds in a storage, it can take with it. A reload asks the
    // identity provider, which still knows the person.
    userStore: new WebStorageStateStore({ store: new InMemoryWebStorage() }),
    stateStore: new WebStorageStateStore({ store: window.sessionStorage }),
  });
}

/**
 * Takes the answer of the identity provider, or goes there. Resolves only when somebody is signed in; else the page is
 * on its way.
 */
export async function signIn(manager: UserManager): Promise<User> {
  const address = new URL(window.location.href);
  if (address.searchParams.has('state') && (address.searchParams.has('code') || address.searchParams.has('error'))) {
    try {
      const user = await manager.signinRedirectCallback();
      window.history.replaceState(null, '', wanted(user.state) ?? '/');
      return user;
    } catch (failure) {
      window.history.replaceState(null, '', '/');
      throw failure;
    }
  }
  await manager.signinRedirect({ state: address.pathname + address.search + address.hash });
  return new Promise(() => {});
}

/** Only a path of this console: the state came through another site. */
function wanted(state: unknown): string | undefined {
  return typeof state === 'string' && /^\/(?![/\\])/.test(state) ? state : undefined;
}

/** @param signInAgain asks the person when the session cannot be renewed in silence */
export function tokenCredentials(manager: UserManager, first: User, signInAgain: () => Promise<User>): Credentials {
  let user = first;
  manager.events.addUserLoaded((renewed) => {
    user = renewed;
  });
  return {
    authorise: (request) => withHeader(request, 'Authorization', `Bearer ${user.access_token}`),
    renew: async () => {
      try {
        user = (await manager.signinSilent()) ?? user;
      } catch {
        user = await signInAgain();
      }
      return true;
    },
  };
}
