import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';

/** Variables whose value may have any character, also a #. */
const SECRET = /TOKEN|API_KEY(_SECRET)?$/;

/**
 * The variables in a `.env` file; none when there is no file. Throws an `Error` with the fault of a
 * line that Node's parser would ignore or cut without a warning.
 */
export function readEnvFile(file: string, known: ReadonlySet<string>): NodeJS.Dict<string> {
  const text = textOf(file);
  const values = parseEnv(text);
  const lines = text.split(/\r?\n/);
  const stray = lines.find((line) => isStray(line, known, values));
  if (stray !== undefined)
    throw new Error(`${nameOf(stray)} has no = in ${file}; write ${nameOf(stray)}=value`);
  const cut = lines.find((line) => isCut(line, known, values));
  if (cut === undefined) return values;
  throw new Error(
    `${nameOf(cut)} in ${file} has a # in it: put the value in quotes, or a space before the comment`,
  );
}

function textOf(file: string): string {
  try {
    // The decoder also removes the byte order mark that some editors write at the beginning.
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return '';
    if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
      throw new Error(`${file} is not a text in UTF-8; save it as one`, { cause: error });
    throw new Error(`${file} cannot be read: ${message}`, { cause: error });
  }
}

/** Whether a line names a variable but gives no value: `PORT 3000` or `PORT: 3000`. */
function isStray(line: string, known: ReadonlySet<string>, values: NodeJS.Dict<string>): boolean {
  const name = nameOf(line);
  return !!name && known.has(name) && !(name in values) && !/^[^=]*=/.test(line);
}

/**
 * Whether the parser cut a secret at a #: it reads `ADMIN_TOKEN=abc#def` as `abc`. A # may be part of
 * a secret; in other variables it begins a comment.
 */
function isCut(line: string, known: ReadonlySet<string>, values: NodeJS.Dict<string>): boolean {
  const name = nameOf(line);
  if (!name || !known.has(name) || !SECRET.test(name)) return false;
  const [, before] = /^[^=]*=\s*([^\s#"'`]+)#\S/.exec(line) ?? [];
  return before !== undefined && values[name] === before;
}

function nameOf(line: string): string | undefined {
  return /^\s*(?:export\s+)?([A-Z_]+)\b/.exec(line)?.[1];
}
