import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
} from '@tanstack/react-router';
import { readFilters } from './inbox/filters.js';
import { Failed } from './shell/failed.js';
import { Frame } from './shell/frame/frame.js';
import { NotFound } from './shell/frame/not-found.js';
import { Start } from './shell/frame/start.js';

const root = createRootRoute({ component: Outlet });

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  /** Where somebody wanted to go: a place of ours. What is left out here would stay as it came. */
  validateSearch: ({ to }: { to?: unknown }): { to?: string } => ({
    to: typeof to === 'string' && /^\/(?![/\\])/.test(to) ? to : undefined,
  }),
  component: lazyRouteComponent(() => import('./sign-in/sign-in.page.js'), 'SignInPage'),
});

const frame = createRoute({ getParentRoute: () => root, id: 'frame', component: Frame });

/** A screen inside the frame, loaded when it is first opened. */
const screen = <Path extends string>(
  path: Path,
  component: ReturnType<typeof lazyRouteComponent>,
) => createRoute({ getParentRoute: () => frame, path, component });

const lazy = lazyRouteComponent;

/** It stays while one conversation after the other is opened. */
const inbox = createRoute({
  getParentRoute: () => frame,
  path: '/inbox',
  validateSearch: readFilters,
  component: lazy(() => import('./inbox/inbox.page.js'), 'InboxPage'),
});
const conversation = createRoute({ getParentRoute: () => inbox, path: '$id' });

const settings = lazy(() => import('./settings/settings.page.js'), 'SettingsPage');

const screens = [
  createRoute({ getParentRoute: () => frame, path: '/', component: Start }),
  screen(
    '/set-up',
    lazy(() => import('./set-up/set-up.page.js'), 'SetUpPage'),
  ),
  screen(
    '/overview',
    lazy(() => import('./overview/overview.page.js'), 'OverviewPage'),
  ),
  inbox.addChildren([conversation]),
  screen(
    '/messages/$sid',
    lazy(() => import('./message/message.page.js'), 'MessagePage'),
  ),
  screen(
    '/messages/$sid/answer',
    lazy(() => import('./why/why.page.js'), 'WhyPage'),
  ),
  screen(
    '/failures',
    lazy(() => import('./failures/failures.page.js'), 'FailuresPage'),
  ),
  screen(
    '/knowledge',
    lazy(() => import('./knowledge/knowledge.page.js'), 'KnowledgePage'),
  ),
  screen(
    '/knowledge/$id',
    lazy(() => import('./knowledge/document/document.page.js'), 'DocumentPage'),
  ),
  screen('/settings', settings),
  screen('/settings/history', settings),
  screen(
    '/settings/access',
    lazy(() => import('./access/access.page.js'), 'AccessPage'),
  ),
  screen(
    '/settings/lines',
    lazy(() => import('./settings/lines/lines.page.js'), 'LinesPage'),
  ),
  screen(
    '/settings/lines/$id',
    lazy(() => import('./settings/lines/line.page.js'), 'LinePage'),
  ),
  screen(
    '/settings/webhooks',
    lazy(() => import('./settings/webhooks/webhooks.page.js'), 'WebhooksPage'),
  ),
  screen(
    '/simulator',
    lazy(() => import('./phone/phone.page.js'), 'PhonePage'),
  ),
] as const;

const tree = root.addChildren([signIn, frame.addChildren(screens)]);

/** @param base where the page is: `/console/`, behind the path prefix */
export function makeRouter(base: string) {
  return createRouter({
    routeTree: tree,
    basepath: base,
    defaultPreload: 'intent',
    defaultNotFoundComponent: NotFound,
    defaultErrorComponent: ({ error, reset }) => <Failed error={error} again={reset} />,
    scrollRestoration: true,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
