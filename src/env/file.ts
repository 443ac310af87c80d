import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';

/**
 * What a `.env` file says; nothing when there is none. Throws an `Error` whose message says what
 * is wrong with it: what can't be read would otherwise be passed over without a word.
 */
export function readEnvFile(file: string, known: Set<string>): NodeJS.Dict<string> {
  const text = textOf(file);
  const values = parseEnv(text);
  const stray = text.split(/\r?\n/).find((line) => isStray(line, known, values));
  if (stray === undefined) return values;
  throw new Error(`${nameOf(stray)} has no = in ${file}; write ${nameOf(stray)}=value`);
}

function textOf(file: string): string {
  try {
    // It also takes away the mark that some editors put before the first line.
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return '';
    if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
      throw new Error(`${file} is not a text in UTF-8; save it as one`, { cause: error });
    throw new Error(`${file} cannot be read: ${message}`, { cause: error });
  }
}

/** `PORT 3000` or `PORT: 3000`: a known name, and no value of it. */
function isStray(line: string, known: Set<string>, values: NodeJS.Dict<string>): boolean {
  const name = nameOf(line);
  return !!name && known.has(name) && !(name in values) && !/^[^=]*=/.test(line);
}

function nameOf(line: string): string | undefined {
  return /^\s*(?:export\s+)?([A-Z_]+)\b/.exec(line)?.[1];
}
