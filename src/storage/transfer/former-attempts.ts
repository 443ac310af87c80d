import type { Difference, Document } from './difference.js';
import type { Row } from './rows.js';

interface Pair {
  attempt: string;
  sid: string;
}

/**
 * Former attempts: SQLite has a row for each, MongoDB two lists with its part. Which message was whose
 * stands in neither; where it is known, it goes along as `former_pairs`. An attempt of which only the
 * message is known is named after it, as migration 13 does.
 */
export const formerAttempts: Difference = {
  collection: 'outbox',
  kinds: { attempt: 'text', sid: 'text' },
  within: {
    parent: 'part_id',
    fields: ['former_sids', 'former_attempts', 'former_pairs'],
    pack(rows) {
      const attempts = rows.filter(({ attempt, sid }) => attempt !== sid);
      const sids = rows.flatMap(({ sid }) => sid ?? []);
      const pairs = attempts.filter(({ sid }) => sid !== null);
      return {
        ...(sids.length && { former_sids: [...new Set(sids)] }),
        ...(attempts.length && { former_attempts: attempts.map(({ attempt }) => attempt) }),
        ...(pairs.length && { former_pairs: pairs.map(({ attempt, sid }) => ({ attempt, sid })) }),
      };
    },
    unpack({ _id, former_sids = [], former_attempts = [], former_pairs = [] }: Document): Row[] {
      const pairs = former_pairs as Pair[];
      const paired = (name: keyof Pair) => new Set(pairs.map((pair) => pair[name]));
      const [attempts, sids] = [paired('attempt'), paired('sid')];
      const rows = [
        ...pairs,
        ...(former_sids as string[])
          .filter((sid) => !sids.has(sid))
          .map((sid) => ({ attempt: sid, sid })),
        ...(former_attempts as string[])
          .filter((attempt) => !attempts.has(attempt))
          .map((attempt) => ({ attempt, sid: null })),
      ];
      return rows.map(({ attempt, sid }) => ({ part_id: _id as string, attempt, sid }));
    },
  },
};
