import { Bullseye, Spinner } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import type { User, UserManager } from 'oidc-client-ts';
import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ok } from '@/api/client';
import { ApiProblem } from '@/api/problem';
import { Failure } from '@/components/Failure';
import { setCredentials, withHeader } from './credentials';
import { KeyForm } from './KeyForm';
import { MeContext } from './me';
import { signIn, tokenCredentials, userManager } from './people';
import { SignInAgain } from './SignInAgain';

/** What is inside is shown to somebody whom the service knows. */
export function Session({ children }: { children: ReactNode }) {
  const provider = useQuery({
    queryKey: ['sign-in'],
    queryFn: () => ok(api.GET('/v1/sign-in')),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (provider.isError) {
    return <Failure problem={provider.error} retry={() => void provider.refetch()} />;
  }
  if (!provider.data) {
    return <Waiting />;
  }
  const { issuer, clientId } = provider.data;
  return issuer ? (
    <PersonSession issuer={issuer} clientId={clientId}>
      {children}
    </PersonSession>
  ) : (
    <KeySession>{children}</KeySession>
  );
}

function PersonSession({ issuer, clientId, children }: { issuer: string; clientId: string; children: ReactNode }) {
  const manager = useMemo(() => userManager(issuer, clientId), [issuer, clientId]);
  const [asked, setAsked] = useState<(user: User) => void>();
  const signInAgain = useCallback(
    () =>
      new Promise<User>((resolve) => {
        setAsked(() => (user: User) => {
          setAsked(undefined);
          resolve(user);
        });
      }),
    [],
  );
  const session = useQuery({
    queryKey: ['session'],
    queryFn: () => once(manager, signInAgain),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  if (session.isError) {
    return <Failure problem={session.error} retry={() => window.location.assign('/')} />;
  }
  if (!session.data) {
    return <Waiting />;
  }
  return (
    <>
      <Me signOut={() => void manager.signoutRedirect()}>{children}</Me>
      {asked && <SignInAgain manager={manager} user={session.data} done={asked} />}
    </>
  );
}

let begun: Promise<User> | undefined;

/** The identity provider's answer is good once, however often React renders. */
function once(manager: UserManager, signInAgain: () => Promise<User>): Promise<User> {
  begun ??= signIn(manager).then((user) => {
    setCredentials(tokenCredentials(manager, user, signInAgain));
    return user;
  });
  return begun;
}

function KeySession({ children }: { children: ReactNode }) {
  const [known, setKnown] = useState(false);
  const [refused, setRefused] = useState<ApiProblem>();
  const use = async (key: string) => {
    setCredentials({
      authorise: (request) => withHeader(request, 'X-API-Key', key),
      renew: async () => false,
    });
    try {
      await ok(api.GET('/v1/me'));
      setKnown(true);
    } catch (problem) {
      setRefused(problem as ApiProblem);
    }
  };
  // A key has no session: leaving means forgetting it.
  return known ? (
    <Me signOut={() => window.location.assign('/')}>{children}</Me>
  ) : (
    <KeyForm use={use} refused={refused} />
  );
}

function Me({ signOut, children }: { signOut: () => void; children: ReactNode }) {
  const { t } = useTranslation();
  const me = useQuery({ queryKey: ['me'], queryFn: () => ok(api.GET('/v1/me')) });
  useEffect(() => {
    document.title = t('product');
  }, [t]);
  if (me.data) {
    return <MeContext.Provider value={{ ...me.data, signOut }}>{children}</MeContext.Provider>;
  }
  return me.isError ? <Failure problem={me.error} retry={() => void me.refetch()} signOut={signOut} /> : <Waiting />;
}

function Waiting() {
  const { t } = useTranslation();
  return (
    <Bullseye style={{ minHeight: '100vh' }}>
      <Spinner aria-label={t('loading')} />
    </Bullseye>
  );
}
