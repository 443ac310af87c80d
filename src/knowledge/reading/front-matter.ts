import { parseDocument } from 'yaml';

/** UTF-16 units; what is longer is no front matter. */
const LONGEST = 8000;
const BLOCK = /^---[ \t]*\n([^]*?)\n?^(?:---|\.\.\.)[ \t]*(?:\n|$)/my;

interface Split {
  metadata: Record<string, string>;
  /** What follows the front matter. */
  text: string;
}

/**
 * Parts a text and its YAML front matter. What stands between two lines of dashes is front matter
 * only if it reads as `name: value`: else the dashes are rules, and everything is text.
 */
export function splitFrontMatter(text: string): Split {
  const whole = { metadata: {}, text };
  if (!text.startsWith('---')) return whole;
  BLOCK.lastIndex = 0;
  const block = BLOCK.exec(text.slice(0, LONGEST));
  if (!block) return whole;
  const rest = text.slice(block[0].length);
  if (!block[1].trim()) return { metadata: {}, text: rest };
  const metadata = fromYaml(block[1]) ?? fromLines(block[1]);
  return metadata ? { metadata, text: rest } : whole;
}

/** Everything is text here: a version 1.10 stays one, and so does "no". */
function fromYaml(yaml: string): Record<string, string> | undefined {
  try {
    const document = parseDocument(yaml, { schema: 'failsafe', logLevel: 'silent' });
    if (document.errors.length) return undefined;
    const value: unknown = document.toJS({ maxAliasCount: 20 });
    if (!value || typeof value !== 'object' || Array.isArray(value)) return undefined;
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, inLine(each)]));
  } catch {
    return undefined;
  }
}

function inLine(value: unknown): string {
  if (Array.isArray(value)) return value.map(inLine).join(', ');
  if (typeof value === 'string') return value.trim();
  return value ? JSON.stringify(value) : '';
}

/** People write `title: Hours: Monday`, which is no YAML: each such line is taken by itself. */
function fromLines(block: string): Record<string, string> | undefined {
  const lines = block.split('\n').filter((line) => line.trim() && !/^\s*(#|-\s)/.test(line));
  const pairs = lines.map((line) => /^([\w-]+)\s*:(?:\s+(.*))?$/.exec(line));
  if (!pairs.length || pairs.includes(null)) return undefined;
  return Object.fromEntries(
    pairs.map((pair) => [pair![1], (pair![2] ?? '').trim().replace(/^(["'])(.*)\1$/, '$2')]),
  );
}
