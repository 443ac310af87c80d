import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { refusal } from '../../test/support/refusal.js';
import { readEnv } from './read-env.js';

describe('a .env file', () => {
  const directory = mkdtempSync(join(tmpdir(), 'recado-'));
  afterAll(() => rmSync(directory, { recursive: true }));
  const holding = (content: string | Buffer) => {
    const file = join(directory, '.env');
    writeFileSync(file, content);
    return file;
  };

  it.each<[string, string]>([
    ['a mark before the first line', '\ufeffPORT=1234\n'],
    ['ends of lines as on Windows', '\r\nLOG_LEVEL=info\r\nPORT=1234\r\n'],
    ['comments, quotes and export', '# PORT 1\nexport PORT="1234" # mine\n'],
    ['names that nobody knows', '=x\nx\n__proto__=x\nNOVELTY: 1\nconstructor=x\nPORT = 1234'],
    ['a name twice: the last one counts', 'PORT=1\nPORT=1234\n'],
  ])('may have %s', (_, text) => {
    expect(readEnv(holding(text), {}).PORT).toBe(1234);
  });

  it('gives way to the environment', () => {
    expect(readEnv(holding('PORT=1234'), { PORT: '1' }).PORT).toBe(1);
  });

  it.each(['', ' '])(
    'counts where the environment has the name, and nothing there: "%s"',
    (PORT) => {
      expect(readEnv(holding('PORT=1234'), { PORT }).PORT).toBe(1234);
    },
  );

  it.each(['"abc#def"', "'abc#def'", '`abc#def`'])('has a # in quotes: %s', (quoted) => {
    const text = `ADMIN_TOKEN=${quoted} # mine\nTWILIO_AUTH_TOKEN=abc #def`;
    const { ADMIN_TOKEN, TWILIO_AUTH_TOKEN } = readEnv(holding(text), {});
    expect([ADMIN_TOKEN, TWILIO_AUTH_TOKEN]).toEqual(['abc#def', 'abc']);
  });

  it.each<[string, string | Buffer, RegExp]>([
    ['a wrong value', 'PORT=x', /^PORT must be/],
    ['a value in two lines', 'OPENAI_API_KEY="a\nb"', /^OPENAI_API_KEY must be/],
    ['a name without =', 'PORT 1234\n', /^PORT has no = in /],
    ['a secret cut off', 'PORT=1#mine\nexport ADMIN_TOKEN = abc#def', /^ADMIN_TOKEN in .* quotes/],
    ['a colon in place of =', 'LOG_LEVEL=info\nPORT: 1234\n', /^PORT has no = in /],
    ['UTF-16', Buffer.from('\ufeffPORT=1234\n', 'utf16le'), /is not a text in UTF-8/],
  ])('stops the start with one line: %s', (_, content, line) => {
    const said = refusal({}, holding(content));
    expect(said).toMatch(line);
    expect(said).not.toContain('\n');
  });

  it('stops the start when it is a folder', () => {
    expect(refusal({}, directory)).toMatch(/cannot be read: EISDIR/);
  });
});
