import { isObject, label, parsedJson, textAt } from './json-fields.js';

/** Answers that are kept of a form, and levels that are looked through. */
const [MOST_ANSWERS, MOST_LEVELS] = [50, 8];

/** Keys of what a form's answers carry for machines. */
const TECHNICAL = /(?:^|_)(?:flow_?token|token|id|type|layout|version|page_?id|screen_?id)$/i;
const ANSWER = /^(?:value|answer|response)$/i;

interface Answer {
  question: string;
  answer: string;
}

/**
 * Questions and answers out of the shapes that a form's answers come in: Meta's `response_json`, whose
 * keys are the questions (`screen_0_Your_name_0`), and Twilio's pages of items with a label and a value.
 */
export function flowAnswers(value: unknown): Answer[] {
  const answers: Answer[] = [];
  collect(value, '', answers, 0);
  return answers;
}

function collect(value: unknown, question: string, answers: Answer[], level: number): void {
  if (value === null || value === undefined || level > MOST_LEVELS) return;
  const inner = typeof value === 'string' ? (parsedJson(value) ?? value) : value;
  const isList = Array.isArray(inner);
  if (!isObject(inner) || (isList && !inner.some(isObject))) {
    const answer = label([inner].flat().map(choice).join(', ').trim());
    if (answer && answers.length < MOST_ANSWERS)
      answers.push({ question: readable(question), answer });
    return;
  }
  const asked = isList ? undefined : textAt(inner, 'label', 'title', 'question');
  const given = Object.entries(inner).find(([key]) => ANSWER.test(key));
  if (asked && given) return collect(given[1], asked, answers, level + 1);
  for (const [key, below] of Object.entries(inner))
    if (!TECHNICAL.test(key)) collect(below, isList ? question : key, answers, level + 1);
}

/** A key as people read it: `screen_0_Your_name_1` is "Your name". */
function readable(key: string): string {
  const bare = key.replace(/^screen_\d+_(.+?)(?:_\d+)?$/, '$1');
  return (label(bare) ?? '').replace(/_+/g, ' ').trim();
}

/** A choice as people read it: of several, WhatsApp sends `0_Good`. */
function choice(given: unknown): string {
  return String(given).replace(/^\d+_(?=\D)/, '');
}
