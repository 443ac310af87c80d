import { randomBytes } from 'node:crypto';
import type { NodeKeysView } from '../../access/keys/keys.dto.js';

/** Where a change of keys stands, and what is to be done next. */
export interface Step {
  state: 'nothing begun' | 'known to all' | 'under way' | 'used by all' | 'done';
  text: string;
  /** Which nodes don't have yet what the others have. */
  waiting: string[];
}

type Key = NodeKeysView[];

/**
 * The next step of a change of SECRET_KEY where the environment of several nodes gives it. At each
 * moment every node opens what any other seals: first all know the next key, then one after the
 * other uses it, then the old one is taken out.
 */
export function secretStep(nodes: Key, make = newKey): Step {
  const current = new Set(nodes.map(({ secret_key }) => secret_key));
  const next = nodes.find(({ secret_key_next }) => secret_key_next)?.secret_key_next;
  if (current.size > 1) return swapping(nodes, next);
  const [used] = current;
  if (next && next !== used) return announcing(nodes, next);
  if (nodes.some(({ secret_key_older }) => secret_key_older.length)) return usedByAll(nodes);
  return { state: 'nothing begun', waiting: [], text: begin(make()) };
}

function announcing(nodes: Key, next: string): Step {
  const waiting = without(nodes, (node) => node.secret_key_next === next);
  if (waiting.length) return underWay(waiting, 'the next key as SECRET_KEY_NEXT');
  return { state: 'known to all', waiting, text: SWAP };
}

/** Some use the new key: the one that others know as their next, or that opens by the others'. */
function swapping(nodes: Key, next: string | null | undefined): Step {
  const used = next ?? nodes.find(({ secret_key_older }) => secret_key_older.length)?.secret_key;
  const waiting = without(nodes, (node) => node.secret_key === used);
  const blind = waiting.length ? nodes.filter((node) => !opensAll(node, nodes)) : [];
  if (blind.length) return { state: 'under way', waiting, text: blindText(blind) };
  return underWay(waiting, 'the new key as SECRET_KEY, and the old one as SECRET_KEY_PREVIOUS');
}

function usedByAll(nodes: Key): Step {
  const older = nodes.filter(({ secret_key_older }) => secret_key_older.length);
  return { state: 'used by all', waiting: older.map(({ node }) => node), text: TAKE_OUT };
}

/** The next step of a change of ADMIN_TOKEN there. `next`: the name of the new one, where one was made. */
export function adminStep(nodes: Key, next: string): Step {
  const waiting = without(nodes, (node) => node.admin_token === next);
  if (!waiting.length)
    return { state: 'done', waiting, text: 'Every node has the new ADMIN_TOKEN.' };
  return underWay(waiting, 'the new ADMIN_TOKEN');
}

function opensAll(node: NodeKeysView, nodes: Key): boolean {
  const known = [node.secret_key, node.secret_key_next, ...node.secret_key_older];
  return nodes.every(({ secret_key }) => known.includes(secret_key));
}

function without(nodes: Key, has: (node: NodeKeysView) => boolean): string[] {
  return nodes.filter((node) => !has(node)).map(({ node }) => node);
}

function underWay(waiting: string[], what: string): Step {
  const text =
    `These don't have ${what} yet: ${waiting.join(', ')}.\n` +
    'Restart them one after the other with it, then run `npx recado keys check`.';
  return { state: 'under way', waiting, text };
}

function newKey(): string {
  return randomBytes(32).toString('base64');
}

function begin(key: string): string {
  return `Step 1 of 3. A new key, which is shown this once and kept nowhere:

  SECRET_KEY_NEXT=${key}

Add this to the environment of every node beside its SECRET_KEY, which stays, and restart them one after
the other. Nothing is sealed by it yet. Then run \`npx recado keys check\`, which says step 2.`;
}

const SWAP = `Step 2 of 3. Every node opens what the next key seals. Now, on every node, one after the other:

  SECRET_KEY=          what SECRET_KEY_NEXT was
  SECRET_KEY_PREVIOUS= what SECRET_KEY was
  SECRET_KEY_NEXT      is taken out

and a restart. Then run \`npx recado keys check\`, which says step 3.`;

const TAKE_OUT = `Step 3 of 3. Every node uses one key, and everything is sealed by it. Take SECRET_KEY_PREVIOUS out of
the environment of every node, and restart them one after the other. Keep the old key with the backups that
were made before. Then \`npx recado keys check\` has nothing more to say.`;

function blindText(blind: Key): string {
  const names = blind.map(({ node }) => node).join(', ');
  return (
    `These cannot open what others seal: ${names}. Give each of them SECRET_KEY_NEXT (the new key) ` +
    'or SECRET_KEY_PREVIOUS (the old one), whichever it lacks, and restart it now.'
  );
}
