import { Document, type Node, Scalar, visit } from 'yaml';
import type { Scenario, Turn } from './scenario.js';
import type { WrittenMedium } from './files.js';

/** A turn as it is written: what has its default is left out. */
export type TurnToWrite = Partial<Omit<Turn, 'media'>> & { media?: WrittenMedium[] };

/** A turn, and what a reader is told above it: a line each. */
export interface Remarked {
  turn: TurnToWrite;
  remarks: string[];
}

/** What a scenario's file has besides its conversations. */
export interface Heading {
  /** Lines at the top. */
  remarks: string[];
  documents?: string | string[];
  /** ISO 8601. */
  now?: string;
  config?: Record<string, unknown>;
}

/** The text of a scenario's file, which the readers take. */
export function scenarioText(heading: Heading, conversations: Remarked[][]): string {
  const { remarks, ...settings } = heading;
  const turns = conversations.map((all) => ({ turns: all.map(({ turn }) => turn) }));
  const document = new Document({ ...settings, conversations: turns });
  document.commentBefore = commentOf(remarks);
  for (const [at, all] of conversations.entries())
    for (const [n, { remarks: about }] of all.entries())
      if (about.length)
        (document.getIn(['conversations', at, 'turns', n]) as Node).commentBefore =
          commentOf(about);
  visit(document, { Scalar: quoted });
  return document.toString({ lineWidth: 100 });
}

/** A scenario's conversations as JSON, which is YAML: to be played where its files are not. */
export function jsonOf({ conversations }: Scenario): string {
  return JSON.stringify({
    conversations: conversations.map(({ turns, ...sender }) => ({
      ...sender,
      turns: turns.map(({ ask, ...turn }) => ({ ...(ask && { ask }), ...turn })),
    })),
  });
}

/** A comment ends with its line: what is told must not begin another one. */
function commentOf(lines: string[]): string {
  return lines.map((line) => ` ${line.replace(/[\r\n\u0085\u2028\u2029]+/g, ' ')}`).join('\n');
}

/** Texts are quoted: `7:30`, `no` and the like are else read as something else by other readers. */
function quoted(key: unknown, node: Scalar): void {
  if (key === 'key' || typeof node.value !== 'string' || node.value.includes('\n')) return;
  node.type = Scalar.QUOTE_DOUBLE;
}
