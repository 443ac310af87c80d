import { expect, it } from 'vitest';
import { asCommandLine, callerOf } from './caller.js';

it.each([
  ['console', {}],
  ['console', { cookie: 'recado_session=x', 'user-agent': 'recado-command-line' }],
  ['token', { authorization: 'Bearer x' }],
  ['token', { authorization: 'Bearer x', 'user-agent': 'curl/8' }],
  ['command_line', { authorization: 'Bearer x', 'user-agent': 'recado-command-line' }],
])('%s: %j', (caller, headers) => {
  expect(callerOf({ headers })).toBe(caller);
});

it('knows our command line by its own headers', () => {
  const sent = Object.entries(asCommandLine('x')).map(([name, value]) => [
    name.toLowerCase(),
    value,
  ]);
  expect(callerOf({ headers: Object.fromEntries(sent) })).toBe('command_line');
});
