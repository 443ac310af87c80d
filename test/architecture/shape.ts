import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A file that isn't as files are here, and what it breaks. */
export interface Misshapen {
  file: string;
  rule: Rule;
}

export type Rule = keyof typeof RULES;

const MOST_LINES = 200;
const FEW_LINES = 30;
const MOST_FILES = 20;

/** What a barrel begins with, again and again: others' exports passed on, imports, comments. */
const PASSED_ON =
  /^\s*(export\s+(type\s+)?(\*|\{[^}]*\})[^;]*\sfrom\s+['"][^'"]+['"];?|import\b[^;]*;|\/\/.*|\/\*[^]*?\*\/)\s*/;

/** Folders are features: what belongs together stands together, whatever kind of thing it is. */
const KINDS =
  /(^|\/)(commons?|constants|controllers|core|decorators|dtos?|entit(y|ies)|enums|filters|guards|helpers?|interceptors|interfaces?|lib|misc|models?|modules|pipes|providers|repositories|schemas?|services|shared|types?|utils?)\//i;

const SOURCE = /^src\//;

/** Each says whether a file, by its path and its text, is against it. */
const RULES = {
  'at most 200 lines': (_: string, text: string) => linesOf(text) > MOST_LINES,
  'no barrel': (path: string, text: string) => /\.tsx?$/.test(path) && isBarrel(text),
  'no forwardRef': (path: string, text: string) =>
    SOURCE.test(path) && /\bforwardRef\s*[(<]/.test(text),
  'no folder by kind': (path: string) => KINDS.test(path),
  'only read-env.ts reads the environment': (path: string, text: string) =>
    SOURCE.test(path) && path !== 'src/env/read-env.ts' && readsEnvironment(text),
};

export const rules = Object.keys(RULES) as Rule[];

/** Looks at the code below `root`: sources, tests and, where there is one, the console. */
export function misshapen(root: string): Misshapen[] {
  return sourcesBelow(root).flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    return rules.filter((rule) => RULES[rule](file, text)).map((rule) => ({ file, rule }));
  });
}

function sourcesBelow(root: string): string[] {
  const exclude = ['**/node_modules/**', '**/dist/**'];
  return globSync('{src,test,web}/**/*.{ts,tsx,js,mjs,css}', { cwd: root, exclude }).sort();
}

function linesOf(text: string): number {
  return text.match(/\n/g)?.length ?? 0;
}

/** It exports, and has nothing of its own. */
function isBarrel(text: string): boolean {
  let rest = text;
  for (let before = ''; before !== rest; rest = rest.replace(PASSED_ON, '')) before = rest;
  return !rest.trim() && /\bexport\b/.test(text);
}

function readsEnvironment(text: string): boolean {
  return (
    /\bprocess\s*(\?\.)?\s*(\.\s*env\b|\[\s*['"`]env['"`]\s*\])/.test(text) ||
    /\{[^{}]*\benv\b[^{}]*\}\s*=\s*process\b/.test(text)
  );
}

/** Folders with more files than a reader takes in at a glance. */
export function crowdedFolders(root: string): string[] {
  const counts = new Map<string, number>();
  for (const file of sourcesBelow(root)) {
    const folder = dirname(file);
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return [...counts].flatMap(([folder, count]) => (count > MOST_FILES ? [folder] : []));
}

/** The share of files below `root` that have 30 to 200 lines. */
export function shareOfGoodSize(root: string): number {
  const lines = sourcesBelow(root).map((file) => linesOf(readFileSync(join(root, file), 'utf8')));
  return lines.filter((count) => count >= FEW_LINES && count <= MOST_LINES).length / lines.length;
}
