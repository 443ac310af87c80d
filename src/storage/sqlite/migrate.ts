import type { Database } from './database.js';
import { firstSchema } from './migrations/first/0001-first-schema.js';
import { namedDocuments } from './migrations/first/0002-named-documents.js';
import { vectors } from './migrations/first/0003-vectors.js';
import { curatedAnswers } from './migrations/first/0004-curated-answers.js';
import { waitingForAPerson } from './migrations/first/0005-waiting-for-a-person.js';
import { summaries } from './migrations/first/0006-summaries.js';
import { usage } from './migrations/first/0007-usage.js';
import { listsByIndex } from './migrations/first/0008-lists-by-index.js';
import { accountHold } from './migrations/first/0009-account-hold.js';
import { callbacksWithTheirPart } from './migrations/first/0010-callbacks-with-their-part.js';
import { reconciliation } from './migrations/first/0011-reconciliation.js';
import { erasures } from './migrations/first/0012-erasures.js';
import { formerAttempts } from './migrations/0013-former-attempts.js';
import { consoleSignIn } from './migrations/0014-console-sign-in.js';
import { inbox } from './migrations/0015-inbox.js';
import { attempts } from './migrations/0016-attempts.js';
import { traces } from './migrations/0017-traces.js';
import { settingsHistory } from './migrations/0018-settings-history.js';
import { servedAndFailures } from './migrations/0020-served-and-failures.js';
import { placeInLine } from './migrations/0021-place-in-line.js';
import { adminTokens } from './migrations/0022-admin-tokens.js';
import { auditLog } from './migrations/0023-audit-log.js';
import { announcements } from './migrations/0024-announcements.js';
import { suggestions } from './migrations/0025-suggestions.js';
import { templates } from './migrations/0026-templates.js';
import { usageSums } from './migrations/0027-usage-sums.js';
import { lines } from './migrations/0028-lines.js';
import { answersOfALine } from './migrations/0029-answers-of-a-line.js';
import { handover } from './migrations/0030-handover.js';
import { consent } from './migrations/0031-consent.js';
import { holdsOfLines } from './migrations/0032-holds-of-lines.js';
import { foundAtCommit } from './migrations/0033-found-at-commit.js';

/** The migrations in their order. Never change one that was released; add another one instead. */
const MIGRATIONS = [
  firstSchema,
  namedDocuments,
  vectors,
  curatedAnswers,
  waitingForAPerson,
  summaries,
  usage,
  listsByIndex,
  accountHold,
  callbacksWithTheirPart,
  reconciliation,
  erasures,
  formerAttempts,
  consoleSignIn,
  inbox,
  attempts,
  traces,
  settingsHistory,
  servedAndFailures,
  placeInLine,
  adminTokens,
  auditLog,
  announcements,
  suggestions,
  templates,
  usageSums,
  lines,
  answersOfALine,
  handover,
  consent,
  holdsOfLines,
  foundAtCommit,
];

/**
 * Brings the file to the newest schema, each migration in a transaction of its own. `upTo`: to a former
 * one, for a test.
 */
export function migrate(db: Database, upTo?: number): void {
  const { user_version: version } = db.get<{ user_version: number }>('PRAGMA user_version')!;
  const last = upTo ?? version + due(version);
  for (let next = version; next < last; next++) {
    db.exec(`BEGIN IMMEDIATE; ${MIGRATIONS[next]}; PRAGMA user_version = ${next + 1}; COMMIT;`);
  }
}

/**
 * Returns how many migrations a schema of this version still needs. Throws an error with the code
 * `NEWER_SCHEMA` for a version that this Recado doesn't know.
 */
export function due(version: number): number {
  if (version <= MIGRATIONS.length) return MIGRATIONS.length - version;
  throw Object.assign(
    new Error(`its schema is version ${version}, made by a newer Recado: start that one`),
    { code: 'NEWER_SCHEMA' },
  );
}
