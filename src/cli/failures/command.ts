import { titleOf } from '../../config/lines/line.js';
import type { DecidedAll } from '../../failures/decision.dto.js';
import type { FailurePage, FailureView } from '../../failures/failure.dto.js';
import { askAdmin } from '../ask-admin.js';
import { columns, inLine, plain } from '../terminal.js';
import { print, withRecado } from '../work.js';

interface Options {
  json?: boolean;
}

/** Lists the failures, and returns the exit code. */
export function list({ kind, limit, json }: Options & { kind?: string; limit: string }) {
  return withRecado(async (recado) => {
    const query = new URLSearchParams({ limit, ...(kind !== undefined && { kind }) });
    const page = await askAdmin<FailurePage>(recado, 'GET', `/api/v1/failures?${query}`);
    print(json, page, () => inWords(page));
    const { length } = page.items;
    if (!json && page.total > length)
      process.stderr.write(`${length} of ${page.total}: --limit shows more, up to 200.\n`);
    return 0;
  });
}

/** Sends again what failed, and returns the exit code: 1 when one of them was refused. */
export function retry(ids: string[], options: Options): Promise<number> {
  return decide('retry', 'sent again', ids, options);
}

/** Takes failures off the list, and returns the exit code: 1 when one of them was refused. */
export function discard(ids: string[], options: Options): Promise<number> {
  return decide('discard', 'taken off the list', ids, options);
}

function decide(decision: string, done: string, ids: string[], { json }: Options) {
  return withRecado(async (recado) => {
    const path = `/api/v1/failures/${decision}`;
    const decided = await askAdmin<DecidedAll>(recado, 'POST', path, { ids });
    print(json, decided, () =>
      decided.items
        .map(
          ({ id, result, reason }) => `${id}  ${result === 'done' ? done : `refused: ${reason}`}\n`,
        )
        .join(''),
    );
    return decided.refused ? 1 : 0;
  });
}

function inWords({ account, held_lines: lines, items }: FailurePage): string {
  const held = [
    ...(account ? [`All answers are held back: ${plain(account.message)}\n`] : []),
    ...lines.map(
      ({ line, message }) => `Answers of ${titleOf(line)} are held back: ${plain(message)}\n`,
    ),
  ].join('');
  if (!items.length) return `${held}No failures.\n`;
  return held + columns([['id', 'when', 'kind', 'why', 'question'], ...items.map(row)]);
}

function row({ id, created_at, kind, code, message, question }: FailureView): string[] {
  const why = `${code ? `${code}: ` : ''}${message}`;
  return [id, created_at, kind, inLine(why, 50), inLine(question ?? '–', 40)];
}
