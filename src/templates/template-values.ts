import { type FieldError, Problem } from '../http/problems/problem.js';
import { rendered, type Template } from '../whatsapp/sending/content/template.js';

/** Characters of one value, and of the whole text (https://www.twilio.com/docs/content). */
const [MOST_OF_VALUE, MOST_OF_TEXT] = [255, 1024];
/** Meta takes none of these in a value. */
const REFUSED = /[\r\n\t]| {5}/;

/**
 * How a template reads with these values. Throws a `Problem` (400) that names each value which Meta or
 * Twilio would not take: they say so only later, and less clearly.
 */
export function textWith(template: Template, values: Record<string, string>): string {
  const errors = [
    ...missing(template, values),
    ...Object.entries(values).flatMap(wrongIn(template)),
  ];
  const text = rendered(template.text, values) || template.name;
  if (!errors.length && text.length > MOST_OF_TEXT)
    errors.push({
      field: 'variables',
      message: `make a text of more than ${MOST_OF_TEXT} characters`,
    });
  if (!errors.length) return text;
  const detail = errors.map(({ field, message }) => `${field} ${message}`).join('; ');
  throw new Problem(400, 'Bad Request', detail, { errors });
}

function missing({ variables }: Template, values: Record<string, string>): FieldError[] {
  const lacking = variables.filter(({ name }) => !Object.hasOwn(values, name));
  return lacking.map(({ name }) => ({
    field: `variables.${name}`,
    message: 'is needed: the template has this variable',
  }));
}

function wrongIn({ variables }: Template) {
  return ([name, value]: [string, unknown]): FieldError[] => {
    const known = variables.some((one) => one.name === name);
    const message = known ? wrong(value) : 'is not a variable of this template';
    return message ? [{ field: `variables.${name}`, message }] : [];
  };
}

function wrong(value: unknown): string | undefined {
  if (typeof value !== 'string') return 'must be a text';
  if (!value.trim()) return 'must not be empty';
  if (REFUSED.test(value))
    return 'must have no line breaks, no tabs and not more than four spaces in a row';
  return value.length > MOST_OF_VALUE ? `may have ${MOST_OF_VALUE} characters at most` : undefined;
}
