import type { ReactNode } from 'react';
import { createBrowserRouter } from 'react-router';
import type { Operation } from '@/auth/me';
import { Permitted } from '@/components/Permitted';
import { Crashed } from '@/layout/ErrorBoundary';
import { Home } from '@/layout/Home';
import { NotFound } from '@/layout/NotFound';
import { lazyPage } from '@/layout/lazyPage';
import { Shell } from '@/layout/Shell';

// Each page is a file of its own that the browser loads when somebody goes there. One that is a step away is fetched
// ahead: the service may be gone when the step is taken.
const AccessBlocks = lazyPage(() => import('./pages/access/people/Blocks'));
const accessGroup = () => import('./pages/access/groups/Group');
const AccessGroup = lazyPage(accessGroup);
const AccessGroups = lazyPage(() => import('./pages/access/groups/Groups'), accessGroup);
const AccessPresence = lazyPage(() => import('./pages/access/people/Presence'));
const AccessRules = lazyPage(() => import('./pages/access/rules/Rules'));
const accessSchedule = () => import('./pages/access/schedules/Schedule');
const AccessSchedule = lazyPage(accessSchedule);
const AccessSchedules = lazyPage(() => import('./pages/access/schedules/Schedules'), accessSchedule);
const ApiKeys = lazyPage(() => import('./pages/api-keys/ApiKeys'));
const Audit = lazyPage(() => import('./pages/audit/Audit'));
const Compare = lazyPage(() => import('./pages/recognise/Compare'));
const door = () => import('./pages/access/door/Door');
const Door = lazyPage(door);
const Doors = lazyPage(() => import('./pages/access/board/Doors'), door);
const Enroll = lazyPage(() => import('./pages/enroll/Enroll'));
const Galleries = lazyPage(() => import('./pages/galleries/Galleries'));
const hook = () => import('./pages/hooks/Hook');
const Hook = lazyPage(hook);
const Hooks = lazyPage(() => import('./pages/hooks/Hooks'), hook);
const importDetail = () => import('./pages/imports/ImportDetail');
const ImportDetail = lazyPage(importDetail);
const Imports = lazyPage(() => import('./pages/imports/Imports'), importDetail);
const OperatingPoint = lazyPage(() => import('./pages/operating-point/OperatingPoint'));
const People = lazyPage(() => import('./pages/people/People'));
const Person = lazyPage(() => import('./pages/people/Person'));
const Policy = lazyPage(() => import('./pages/galleries/Policy'));
const Recognise = lazyPage(() => import('./pages/recognise/Recognise'));
const System = lazyPage(() => import('./pages/system/System'));

function page(path: string, needs: Operation, element: ReactNode) {
  return { path, element: <Permitted to={needs}>{element}</Permitted> };
}

export function router() {
  return createBrowserRouter([
    {
      element: <Shell />,
      errorElement: <Crashed />,
      children: [
        { path: '/', element: <Home /> },
        page('/galleries', 'galleries.read', <Galleries />),
        page('/galleries/:gallery/people', 'subjects.read', <People />),
        page('/galleries/:gallery/people/:subject', 'subjects.read', <Person />),
        page('/galleries/:gallery/enroll', 'enroll', <Enroll />),
        page('/galleries/:gallery/imports', 'enroll', <Imports />),
        page('/galleries/:gallery/imports/:import', 'enroll', <ImportDetail />),
        page('/galleries/:gallery/recognise', 'identify', <Recognise />),
        page('/galleries/:gallery/operating-point', 'models.read', <OperatingPoint />),
        page('/galleries/:gallery/policy', 'galleries.read', <Policy />),
        page('/doors', 'access.read', <Doors />),
        page('/doors/:point', 'access.read', <Door />),
        page('/access/rules', 'access.read', <AccessRules />),
        page('/access/groups', 'access.read', <AccessGroups />),
        page('/access/groups/:group', 'access.read', <AccessGroup />),
        page('/access/schedules', 'access.read', <AccessSchedules />),
        page('/access/schedules/:schedule', 'access.read', <AccessSchedule />),
        page('/access/presence', 'access.read', <AccessPresence />),
        page('/access/blocks', 'access.read', <AccessBlocks />),
        page('/hooks', 'hooks', <Hooks />),
        page('/hooks/:hook', 'hooks', <Hook />),
        page('/compare', 'compare', <Compare />),
        page('/api-keys', 'api-keys', <ApiKeys />),
        page('/audit', 'audit.read', <Audit />),
        page('/system', 'system.read', <System />),
        { path: '*', element: <NotFound /> },
      ],
    },
  ]);
}
