import { Link, useRouterState } from '@tanstack/react-router';
import {
  BookIcon,
  ChartIcon,
  ChecklistIcon,
  InboxIcon,
  PhoneIcon,
  SettingsIcon,
  WarningIcon,
} from './icons.js';
import { useShellWords } from './words.js';

const SCREENS = [
  ['/set-up', 'setUp', ChecklistIcon],
  ['/overview', 'overview', ChartIcon],
  ['/inbox', 'inbox', InboxIcon],
  ['/failures', 'failures', WarningIcon],
  ['/knowledge', 'knowledge', BookIcon],
  ['/settings', 'settings', SettingsIcon],
  ['/simulator', 'simulator', PhoneIcon],
] as const;

/** The screens, in their order. The simulator's is there in simulator mode only. */
export function Navigation({ simulator, onGo }: { simulator: boolean; onGo: () => void }) {
  const words = useShellWords();
  const path = useRouterState({ select: ({ location }) => location.pathname });
  return SCREENS.filter(([to]) => simulator || to !== '/simulator').map(([to, name, Icon]) => {
    const here = path === to || path.startsWith(`${to}/`);
    return (
      <Link key={to} to={to} aria-current={here ? 'page' : undefined} onClick={onGo}>
        <Icon />
        {words.screens[name]}
      </Link>
    );
  });
}
