import { firstCharacters } from '../formatting/graphemes.js';
import { clean, type Form } from './form.js';

/** Code points that are kept of a name, a label or an answer. */
const LABEL_CHARS = 256;
/** Fields that are read as JSON, and levels that are looked through: a form's work has an end. */
const [MOST_FIELDS, MOST_LEVELS] = [20, 8];

/** What a sender wrote or chose. It is never read as JSON, whatever it looks like. */
const WORDS = new Set([
  'Body',
  'ProfileName',
  'ButtonText',
  'ButtonPayload',
  'ListId',
  'ListTitle',
]);

/** The fields of a form that hold JSON: `InteractiveData`, `ChannelMetadata`, and what may be added. */
export function jsonFields(form: Form): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(form)) {
    if (WORDS.has(name) || typeof value !== 'string') continue;
    const parsed = parsedJson(value);
    if (parsed && Object.keys(fields).length < MOST_FIELDS) fields[name] = parsed;
  }
  return fields;
}

/** An object or a list out of a text that is one; undefined for any other text. */
export function parsedJson(text: string): object | undefined {
  if (!/^\s*[{[]/.test(text)) return undefined;
  try {
    return JSON.parse(text) as object;
  } catch {
    return undefined;
  }
}

/** The first value under a key of this name, at any level; its case and underscores don't matter. */
export function found(within: unknown, name: string, levels = MOST_LEVELS): unknown {
  if (!isObject(within) || !levels) return undefined;
  const entries = Object.entries(within);
  const [, here] = entries.find(([key]) => key.replace(/_/g, '').toLowerCase() === name) ?? [];
  if (here !== undefined) return here;
  for (const [, value] of entries) {
    const below = found(value, name, levels - 1);
    if (below !== undefined) return below;
  }
  return undefined;
}

/** The text under the first of these keys that has one, in the object itself. */
export function textAt(within: unknown, ...names: string[]): string | undefined {
  for (const name of names) {
    const value = found(within, name, 1);
    if (typeof value === 'string' || typeof value === 'number') {
      const text = label(String(value).trim());
      if (text) return text;
    }
  }
  return undefined;
}

/** A text as it is kept: clean, and not too long; undefined when nothing is left. */
export function label(value: string | undefined): string | undefined {
  return value && (firstCharacters(clean(value), LABEL_CHARS) || undefined);
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
