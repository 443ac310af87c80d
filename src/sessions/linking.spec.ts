import { describe, expect, test } from 'vitest';
import { type Link, linkOf } from './linking.js';
import type { Sender } from './session.js';

const [P1, P2] = ['+15005550001', '+15005550002'];
const [U1, U2] = ['US.1', 'US.2'];
const [G1, G2] = ['US.ENT.1', 'US.ENT.2'];

/** Conversations with these addresses, the oldest first, called a, b and so on. */
const reached = (...all: string[][]) =>
  all.map((addresses, n) => ({ conversationId: 'abc'[n], addresses }));
/** What is no phone and no id that is known: a username, say. */
const NAME = 'ana.lopez';
const nothing = { into: undefined, point: [], drop: [], merged: [] };

type Row = [title: string, sender: Sender, reached: string[][], link: Partial<Link>];

const SENDERS: Row[] = [
  ['who is new', { phone: P1, userId: U1 }, [], { point: [P1, U1] }],
  ['who is known', { phone: P1, userId: U1 }, [[P1, U1]], { into: 'a' }],
  ['with one address more', { phone: P1, userId: U1 }, [[P1]], { into: 'a', point: [U1] }],
  ['with a phone more', { phone: P2, userId: U1 }, [[P1, U1]], { into: 'a', point: [P2] }],
  ['in two conversations', { phone: P1, userId: U1 }, [[U1], [P1]], { into: 'a', merged: ['b'] }],
  [
    'with a new id beside the former',
    { userId: U1, otherIds: [U2] },
    [[P1, U1]],
    { into: 'a', point: [U2] },
  ],
  [
    'with both ids, each in its own',
    { userId: U1, otherIds: [U2] },
    [[U2], [P1, U1]],
    { into: 'a', merged: ['b'] },
  ],
  ['with a group’s id more', { phone: P1, otherIds: [G1] }, [[P1, U1]], { into: 'a', point: [G1] }],
  ['by the group’s id alone', { userId: G1 }, [[P1, U1, G1]], { into: 'a' }],
  ['by another name', { userId: NAME }, [[P1, U1, NAME]], { into: 'a' }],
  [
    'by another name, with an id',
    { userId: NAME, otherIds: [U1] },
    [[P1, U1]],
    { into: 'a', point: [NAME] },
  ],
  [
    'in three conversations',
    { phone: P1, userId: U1, otherIds: [G1] },
    [[G1], [P1], [U1]],
    { into: 'a', merged: ['b', 'c'] },
  ],
];

const MOVED: Row[] = [
  ['starts a conversation', { phone: P1, userId: U2 }, [[P1, U1]], { point: [P1, U2] }],
  ['goes to theirs', { phone: P1, userId: U2 }, [[P1, U1], [U2]], { into: 'b', point: [P1] }],
  [
    'goes to theirs, the older',
    { phone: P1, userId: U2 },
    [[U2], [P1, U1]],
    { into: 'a', point: [P1] },
  ],
  ['by the group’s id', { phone: P1, otherIds: [G2] }, [[P1, U1, G1]], { point: [P1, G2] }],
  [
    'by their own id, though no group’s is known',
    { phone: P1, userId: U2, otherIds: [G2] },
    [[P1, U1]],
    { point: [P1, U2, G2] },
  ],
];

const RENAMED: Row[] = [
  [
    'starts a conversation',
    { userId: NAME, otherIds: [U2] },
    [[P1, U1, NAME]],
    { point: [NAME, U2] },
  ],
  [
    'goes to theirs',
    { userId: NAME, otherIds: [U2] },
    [[NAME, U1], [U2]],
    { into: 'b', point: [NAME] },
  ],
];

/** Two forms of one phone, and what is of nobody who has it. */
const [M1, M2] = ['+525550000001', '+5215550000001'];

const FORMS: Row[] = [
  ['goes to the same', { phone: M2 }, [[M1]], { into: 'a', point: [M2], drop: [M1] }],
  ['and back', { phone: M1, userId: U1 }, [[U1, M2]], { into: 'a', point: [M1], drop: [M2] }],
  ['merges two', { phone: M2 }, [[M1], [M2]], { into: 'a', drop: [M1], merged: ['b'] }],
  [
    'merges two, also of one with ids',
    { phone: M2 },
    [[M1, U1], [M2]],
    { into: 'a', drop: [M1], merged: ['b'] },
  ],
  [
    'merges none of another person, and takes the phone',
    { phone: M2 },
    [
      [M1, U1],
      [M2, U2],
    ],
    { into: 'b', drop: [M1] },
  ],
  [
    'leaves who had it before',
    { phone: M2, userId: U2 },
    [[M1, U1]],
    { point: [M2, U2], drop: [M1] },
  ],
];

describe.each([
  ['another form of a phone', FORMS],
  ['a sender', SENDERS],
  ['a phone that belongs to another person now', MOVED],
  ['a name that belongs to another person now', RENAMED],
])('%s', (_, rows) => {
  test.each(rows)('%s', (__, sender, all, link) => {
    expect(linkOf(sender, reached(...all))).toEqual({ ...nothing, ...link });
  });
});
