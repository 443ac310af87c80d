import * as scopes from '../api/dist/scopes.gen.js';
import { Heading } from '../shell/heading.js';
import { May } from '../shell/may.js';
import '../settings/settings.css';
import { SettingsTabs } from '../settings/tabs.js';
import { AuditLog } from './audit-log.js';
import './access.css';
import { Tokens } from './tokens.js';
import { useAccessWords } from './words.js';

/** Who may do what, and what was done. */
export function AccessPage() {
  const words = useAccessWords();
  return (
    <>
      <Heading title={words.title} />
      <SettingsTabs />
      <May do={scopes.tokensControllerList} note>
        <Tokens />
        <AuditLog />
      </May>
    </>
  );
}
