import type { Content } from './content.js';

const CATEGORIES = ['UTILITY', 'MARKETING', 'AUTHENTICATION'];

export function isCategory(category: unknown): category is string {
  return typeof category === 'string' && CATEGORIES.includes(category);
}

/** Kinds that WhatsApp approves; the others are for its 24 hours only. */
export function canBeApproved({ types }: Content): boolean {
  return !('twilio/list-picker' in types);
}

/** WhatsApp's decision on a template, as Twilio tells it: here it is made at once. */
export function decisionOn(content: Content): { status: string; reason: string } {
  const { approval, types } = content;
  if (!approval) return { status: 'unsubmitted', reason: '' };
  const body = String(Object.values(types)[0].body ?? '').trim();
  const edge = /^\{\{|\}\}$|\}\}\s*\{\{/.test(body);
  if (!edge) return { status: 'approved', reason: '' };
  const reason = 'Variables can not be at the start or end of the template, or next to each other.';
  return { status: 'rejected', reason };
}

export function isApproved(content: Content): boolean {
  return decisionOn(content).status === 'approved';
}
