import type { EvaluationCaseRequest } from '../../api/dist/types.gen.js';

/** What kinds of cases there usually are; others may be written. */
export const KINDS = [
  'reported',
  'plain',
  'one-word',
  'follow-up',
  'typo',
  'synonym',
  'table',
  'absent',
] as const;

export type Mark = 'must' | 'refuse' | 'no_sources' | 'handover';

type Marks = Omit<EvaluationCaseRequest, 'ask' | 'kind'>;

/** What was written, as the case has it: a line for each text, `a | b` where one of two is enough. */
export function marksOf(mark: Mark, must: string, mustNot: string): Marks {
  const held = linesOf(must).map((line) => {
    const some = line.split('|').map((one) => one.trim());
    const given = some.filter(Boolean);
    return given.length > 1 ? given : given[0];
  });
  const not = linesOf(mustNot);
  return {
    ...(mark === 'must' ? held.length && { must: held } : { [mark]: true }),
    ...(not.length && { must_not: not }),
  } as Marks;
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /[^|\s]/.test(line));
}
