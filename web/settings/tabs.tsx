import { Link } from '@tanstack/react-router';
import * as scopes from '../api/dist/scopes.gen.js';
import { May } from '../shell/may.js';
import { useSettingsWords } from './words.js';

type Tab = `/settings${'' | '/history' | '/lines' | '/webhooks' | '/access'}`;

/** The way between the settings' pages. */
export function SettingsTabs() {
  const words = useSettingsWords();
  const tab = (to: Tab, name: string) => (
    <Link to={to} activeOptions={{ exact: true }}>
      {name}
    </Link>
  );
  return (
    <nav className="tabs" aria-label={words.title}>
      {tab('/settings', words.values)}
      {tab('/settings/history', words.history)}
      {tab('/settings/lines', words.lines)}
      {tab('/settings/webhooks', 'Webhooks')}
      <May do={scopes.tokensControllerList}>{tab('/settings/access', words.access)}</May>
      <Link to="/set-up">{words.setUp}</Link>
    </nav>
  );
}
