import type { Plan } from './plan.js';
import { Digest, type Row } from './rows.js';
import { AT_ONCE, type Side, type Target } from './sides.js';

/** How far a table is. */
export interface Progress {
  doing: 'copying' | 'comparing';
  table: string;
  done: number;
  /** About how many there are. */
  of: number;
}

/** What was brought over of a table. */
export interface Moved {
  table: string;
  rows: number;
}

/**
 * Copies all rows from one store to the other, and then reads both to the end and compares them: their
 * counts and what is in them. Throws an error when anything differs.
 */
export async function transfer(
  from: Side,
  to: Target,
  plans: Plan[],
  tell: (progress: Progress) => void,
): Promise<Moved[]> {
  const digests = new Map<Plan, Digest>();
  // What stands within documents comes after those.
  const inOrder = plans.toSorted((a, b) => within(a) - within(b));
  for (const plan of inOrder) digests.set(plan, await copy(from, to, plan, tell));
  await to.finish(plans);
  for (const plan of plans) {
    const there = await digestOf(to, plan, tell);
    const here = digests.get(plan)!;
    if (String(there) !== String(here))
      throw new Error(
        `${plan.table} is not the same in both stores: ${from.place} has ${here}; ` +
          `${to.place} has ${there}`,
      );
  }
  return plans.map((plan) => ({ table: plan.table, rows: digests.get(plan)!.count }));
}

function within({ difference }: Plan): number {
  return difference.within ? 1 : 0;
}

async function copy(from: Side, to: Target, plan: Plan, tell: (progress: Progress) => void) {
  const digest = new Digest(plan.json);
  const of = await from.count(plan);
  const parent = plan.difference.within?.parent;
  let rows: Row[] = [];
  for await (const row of from.read(plan)) {
    // What belongs to one document is written together.
    if (rows.length >= AT_ONCE && (!parent || row[parent] !== rows.at(-1)![parent])) {
      await to.write(plan, rows);
      rows = [];
    }
    rows.push(row);
    digest.add(row);
    if (digest.count % AT_ONCE === 0)
      tell({ doing: 'copying', table: plan.table, done: digest.count, of });
  }
  if (rows.length) await to.write(plan, rows);
  tell({ doing: 'copying', table: plan.table, done: digest.count, of });
  return digest;
}

/** Reads a table to its end. */
export async function digestOf(
  side: Side,
  plan: Plan,
  tell: (progress: Progress) => void = () => undefined,
): Promise<Digest> {
  const digest = new Digest(plan.json);
  const of = await side.count(plan);
  for await (const row of side.read(plan)) {
    digest.add(row);
    if (digest.count % AT_ONCE === 0)
      tell({ doing: 'comparing', table: plan.table, done: digest.count, of });
  }
  return digest;
}
