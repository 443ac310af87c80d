import { expect, it } from 'vitest';
import { isOfAnotherPeriod } from './other-period.js';

const HIRE =
  '| What | Half day | One day | One week |\n| --- | --- | --- | --- |\n| Kayak | $12 | $20 | $90 |';
const TAQUILLA = '| Taquilla | Una hora | Un día |\n| --- | --- | --- |\n| Grande | 2 € | 9 € |';

it.each([
  ['how much is a kayak for a whole month?', HIRE, true],
  ['kayak per hour', HIRE, true],
  ['how much is a kayak for 3 days', HIRE, false],
  ['a kayak for two weeks', HIRE, false],
  ['we come next month, how much is a kayak?', HIRE, false],
  ['a kayak for my son of 7 years', HIRE, false],
  ['¿cuánto cuesta la taquilla grande por una semana?', TAQUILLA, true],
  ['taquilla grande al mes', TAQUILLA, true],
  ['una taquilla por todo el día', TAQUILLA, false],
  ['a locker for a month', `${TAQUILLA}\n\nUn mes: pregunta en recepción.`, false],
  ['a kayak for a month', '| Kayak | A week |\n| --- | --- |\n| Blue | $90 |', false],
  ['a kayak for a month', 'A kayak is $20 a day and $90 a week.', false],
])('%s', (question, text, isOther) => {
  expect(isOfAnotherPeriod(question, text)).toBe(isOther);
});
