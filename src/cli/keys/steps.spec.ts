import { expect, it } from 'vitest';
import type { NodeKeysView } from '../../access/keys/keys.dto.js';
import { adminStep, secretStep } from './steps.js';

const node = (name: string, key: string, more: Partial<NodeKeysView> = {}): NodeKeysView => ({
  node: name,
  own: false,
  secret_key: key,
  secret_key_next: null,
  secret_key_older: [],
  admin_token: 'a',
  ...more,
});
const [KNOWS, BEFORE] = [{ secret_key_next: 'new' }, { secret_key_older: ['old'] }];

it.each([
  ['nothing begun', [], [node('a', 'old'), node('b', 'old')]],
  ['under way', ['b'], [node('a', 'old', KNOWS), node('b', 'old')]],
  ['known to all', [], [node('a', 'old', KNOWS), node('b', 'old', KNOWS)]],
  ['under way', ['b'], [node('a', 'new', BEFORE), node('b', 'old', KNOWS)]],
  ['used by all', ['a', 'b'], [node('a', 'new', BEFORE), node('b', 'new', BEFORE)]],
  ['used by all', ['b'], [node('a', 'new'), node('b', 'new', BEFORE)]],
  ['nothing begun', [], [node('a', 'new'), node('b', 'new')]],
])('SECRET_KEY is %s; %j wait', (state, waiting, nodes) => {
  expect(secretStep(nodes, () => 'a-new-key')).toMatchObject({ state, waiting });
});

it('says the new key once, at the first step', () => {
  expect(secretStep([node('a', 'old')], () => 'a-new-key').text).toContain(
    'SECRET_KEY_NEXT=a-new-key',
  );
});

it('names a node that cannot open what another one seals', () => {
  const nodes = [node('a', 'new', BEFORE), node('b', 'old')];
  expect(secretStep(nodes).text).toMatch(/^These cannot open what others seal: b\./);
});

it('ADMIN_TOKEN is followed from node to node', () => {
  const nodes = [node('a', 'k', { admin_token: 'new' }), node('b', 'k')];
  expect(adminStep(nodes, 'new')).toMatchObject({ state: 'under way', waiting: ['b'] });
  expect(adminStep([nodes[0]], 'new').state).toBe('done');
});
