import type { HoursRule } from './rule.js';
import { OpeningHoursError, RuleReader } from './rule-reader.js';

/** The rules of a text: parts between semicolons or in lines of their own. */
export function rulesOf(text: string): HoursRule[] {
  const parts = text.split(/[;\n]/).map((part) => part.trim());
  const rules = parts.filter(Boolean).map((part) => new RuleReader(part).read());
  if (!rules.length) throw new OpeningHoursError('has no hours in it');
  return rules;
}

/** What is wrong with a text as opening hours; undefined for what can be read. */
export function wrongOpeningHours(text: string): string | undefined {
  try {
    rulesOf(text);
    return undefined;
  } catch (error) {
    const { message } = error as Error;
    return `must be like "Mo-Fr 09:00-14:00,17:00-20:00; Sa 09:00-14:00; Su off; Dec 25 off": ${message}`;
  }
}
