import { type Setting, text, wholeNumber } from '../setting.js';
import { TEXT } from './texts.js';

/** When the bot passes a conversation on to a person, and when it has it again. */
export const PEOPLE = {
  handover_unsure: {
    is: wholeNumber(0, 10),
    default: 2,
    description:
      'After so many answers in a row that only say "I don\'t have that", or the fallback message, the ' +
      'bot passes a conversation on to a person. 0: never.',
  },
  handover_topics: {
    is: { ...text(2000, TEXT), wrong: wrongTopics },
    description:
      'Subjects that a person answers: a word or a short phrase in each line, in any language of the ' +
      'bot. A message that has all words of a line, or such that mean the same, is passed on.',
  },
  handover_silence_minutes: {
    is: wholeNumber(0, 43_200),
    default: 1440,
    description:
      'Minutes without a word of either side after which the bot has a conversation again that was with ' +
      'a person. Who was told when somebody is there again waits at least that long from then on. ' +
      '0: never.',
  },
} as const satisfies Record<string, Setting>;

function wrongTopics(topics: string): string | undefined {
  const empty = topics.split('\n').find((line) => line.trim() && !/[\p{L}\p{N}]/u.test(line));
  return empty && `must have a word in each line: "${empty.trim()}" has none`;
}
