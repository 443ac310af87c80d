import type { Content, Tap, Taps } from '../../ledger/content.js';
import { refused } from '../twilio-error.js';

const PLACEHOLDER = /\{\{\s*([\w-]+)\s*\}\}/g;

/** What a person sees of a resource. */
export interface Rendered {
  body: string;
  taps: Taps | null;
}

/** A resource with values for its variables; without one, its sample stands there. */
export function rendered({ types, variables }: Content, values: Record<string, string>): Rendered {
  const given = { ...variables, ...values };
  const fill = (text: unknown) =>
    String(text ?? '').replace(PLACEHOLDER, (whole, name: string) => given[name] ?? whole);
  const [kind, content] = Object.entries(types)[0];
  const words = [
    content.header_text,
    content.title,
    content.body,
    content.subtitle,
    content.footer,
  ];
  const body = words.filter(Boolean).map(fill).join('\n');
  return { body, taps: tapsOf(kind, content, fill) };
}

function tapsOf(
  kind: string,
  { actions, items, button }: Record<string, unknown>,
  fill: (text: unknown) => string,
): Taps | null {
  if (kind === 'twilio/list-picker') {
    const rows = (items as { item: string; id: string }[]).map(({ item, id }): Tap => ({
      title: fill(item),
      id: fill(id),
    }));
    return { kind: 'list', items: rows, menu: fill(button) };
  }
  const buttons = (Array.isArray(actions) ? actions : []) as Record<string, unknown>[];
  const quick = buttons.filter(({ type = 'QUICK_REPLY' }) => type === 'QUICK_REPLY');
  if (!quick.length) return null;
  return {
    kind: 'button',
    items: quick.map(({ title, id }) => ({ title: fill(title), id: fill(id ?? title) })),
  };
}

/** The values in a form: twilio.com/docs/api/errors/21656. */
export function valuesIn(given?: string): Record<string, string> {
  if (!given) return {};
  const values = parsed(given);
  const right =
    typeof values === 'object' &&
    values !== null &&
    !Array.isArray(values) &&
    Object.values(values).every((value) => typeof value === 'string' && value.trim());
  if (right) return values as Record<string, string>;
  throw refused(21656, 'The ContentVariables parameter is invalid.');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
