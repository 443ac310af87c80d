import { Link, useRouterState } from '@tanstack/react-router';
import { useSetUp, wantsAttention } from '../../set-up/use-set-up.js';
import {
  BookIcon,
  ChartIcon,
  ChecklistIcon,
  InboxIcon,
  PhoneIcon,
  SettingsIcon,
  WarningIcon,
} from '../icons.js';
import { useShellWords } from '../words.js';
import { WaitingBadge } from './waiting.js';

const SCREENS = [
  ['/set-up', 'setUp', ChecklistIcon],
  ['/overview', 'overview', ChartIcon],
  ['/inbox', 'inbox', InboxIcon],
  ['/failures', 'failures', WarningIcon],
  ['/knowledge', 'knowledge', BookIcon],
  ['/settings', 'settings', SettingsIcon],
  ['/simulator', 'simulator', PhoneIcon],
] as const;

/**
 * The screens, in their order. The set-up is there while something wants to be seen to, the simulator's
 * in simulator mode only.
 */
export function Navigation({ simulator, onGo }: { simulator: boolean; onGo: () => void }) {
  const words = useShellWords();
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const todo = useSetUp().data?.items.filter(wantsAttention).length ?? 0;
  const isHere = (to: string) => path === to || path.startsWith(`${to}/`);
  const isThere: Partial<Record<string, boolean>> = {
    '/set-up': todo > 0 || isHere('/set-up'),
    '/simulator': simulator,
  };
  return SCREENS.filter(([to]) => isThere[to] ?? true).map(([to, name, Icon]) => (
    <Link key={to} to={to} aria-current={isHere(to) ? 'page' : undefined} onClick={onGo}>
      <Icon />
      {words.screens[name]}
      {to === '/set-up' && todo > 0 && <span className="badge">{todo}</span>}
      {to === '/inbox' && <WaitingBadge />}
    </Link>
  ));
}
