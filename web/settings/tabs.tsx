import { Link } from '@tanstack/react-router';
import { useSession } from '../shell/session.js';
import { useSettingsWords } from './words.js';

/** The way between the settings' pages. */
export function SettingsTabs() {
  const words = useSettingsWords();
  const mayAll = useSession().data?.scope === 'admin';
  const tab = (to: '/settings' | '/settings/history' | '/settings/webhooks', name: string) => (
    <Link to={to} activeOptions={{ exact: true }}>
      {name}
    </Link>
  );
  return (
    <nav className="tabs" aria-label={words.title}>
      {tab('/settings', words.values)}
      {tab('/settings/history', words.history)}
      {tab('/settings/webhooks', 'Webhooks')}
      {mayAll && <Link to="/settings/access">{words.access}</Link>}
      <Link to="/set-up">{words.setUp}</Link>
    </nav>
  );
}
