import { Alert } from '@mantine/core';
import { Heading } from '../shell/heading.js';
import { useSession } from '../shell/session.js';
import { AuditLog } from './audit-log.js';
import './access.css';
import { Tokens } from './tokens.js';
import { useAccessWords } from './words.js';

/** Who may do what, and what was done: for who has the scope admin. */
export function AccessPage() {
  const words = useAccessWords();
  const scope = useSession().data?.scope;
  return (
    <>
      <Heading title={words.title} />
      {scope && scope !== 'admin' ? (
        <Alert color="yellow">{words.onlyAdmin}</Alert>
      ) : (
        <>
          <Tokens />
          <AuditLog />
        </>
      )}
    </>
  );
}
