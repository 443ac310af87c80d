import { expect, it } from 'vitest';
// @ts-expect-error It is a script, which runs before anything is built.
import { read } from './read.mjs';

const answer = (severity: string) =>
  JSON.stringify({
    vulnerabilities: {
      left: { name: 'left', severity, range: '<2', via: ['right', { title: 'T', url: 'U' }] },
    },
    metadata: { vulnerabilities: { total: 1 } },
  });

it.each([
  ['nothing known', JSON.stringify({ vulnerabilities: {}, metadata: { vulnerabilities: {} } }), 0],
  ['a moderate weakness', answer('moderate'), 0],
  ['a high one', answer('high'), 1],
  ['a critical one', answer('critical'), 1],
  ['a registry that refuses', JSON.stringify({ message: '405', error: { summary: '' } }), 2],
  ['no registry', '', 2],
  ['half an answer', '{"vuln', 2],
])('%s', (_, text, code) => expect(read(text)[0]).toBe(code));

it('names the package and its weakness, and says loudly that nothing was asked', () => {
  expect(read(answer('high'))[1]).toBe('high: left <2: right; T U');
  expect(read('')[1]).toMatch(/^!! SKIPPED/);
});
