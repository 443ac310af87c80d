import { Logger } from '@nestjs/common';
import { Problem } from '../http/problems/problem.js';
import type { Decided } from './decision.dto.js';

const logger = new Logger('Failures');

const BROKE_OFF = 'Not tried: the store failed before it was its turn. Try it again.';

/**
 * Decides about one failure after the other, and says what became of each. Where the store fails
 * midway, those that are left are refused: the caller must hear of those that are done. Throws the
 * store's error when none is.
 */
export async function oneByOne(
  ids: string[],
  decide: (id: string) => Promise<void>,
): Promise<Decided[]> {
  const items: Decided[] = [];
  for (const id of ids) {
    try {
      await decide(id);
      items.push({ id, result: 'done', reason: null });
    } catch (error) {
      if (error instanceof Problem) items.push(refused(id, error.detail));
      else if (!items.some(({ result }) => result === 'done')) throw error;
      else return [...items, ...leftOf(ids.slice(items.length), error as Error)];
    }
  }
  return items;
}

function leftOf(ids: string[], { message }: Error): Decided[] {
  logger.warn(`${ids.length} failures are not decided about: ${message}`);
  return ids.map((id) => refused(id, BROKE_OFF));
}

function refused(id: string, reason: string): Decided {
  return { id, result: 'refused', reason };
}
