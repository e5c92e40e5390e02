import '@patternfly/react-core/dist/styles/base.css';
import './console.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { lazy, StrictMode, Suspense, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import { isReachable, subscribe } from '@/api/connection';
import { ApiProblem } from '@/api/problem';
import { Session } from '@/auth/Session';
import { Loading } from '@/components/Loading';
import { startTranslations } from '@/i18n';
import { ErrorBoundary } from '@/layout/ErrorBoundary';
import { startTheme } from '@/layout/theme';
import { router } from './routes';

const Kiosk = lazy(() => import('./pages/kiosk/Kiosk'));
const SelfEnrollment = lazy(() => import('./pages/self-enrollment/SelfEnrollment'));

const RETRIES = 3;

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      // A refusal stays one; only what may pass is asked again.
      retry: (failures, problem) => problem instanceof ApiProblem && problem.passing && failures < RETRIES,
    },
  },
});

/** Begun only when somebody is signed in: before, the address is the identity provider's answer. */
function Console() {
  const [started] = useState(router);
  return <RouterProvider router={started} />;
}

// What could not be loaded meanwhile is asked for again as soon as the service is back.
subscribe(() => {
  if (isReachable()) void queries.refetchQueries({ predicate: ({ state }) => state.status === 'error' });
});

/** Applicants have a link and no account, and a kiosk has a key of its own: neither sees the console. */
function whole(path: string) {
  if (path === '/enroll') {
    return <SelfEnrollment />;
  }
  if (path.startsWith('/kiosk/')) {
    return <Kiosk />;
  }
  return (
    <Session>
      <Console />
    </Session>
  );
}

startTheme();
await startTranslations();
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <ErrorBoundary>
      <QueryClientProvider client={queries}>
        <Suspense fallback={<Loading />}>{whole(window.location.pathname)}</Suspense>
      </QueryClientProvider>
    </ErrorBoundary>
  </StrictMode>,
);
