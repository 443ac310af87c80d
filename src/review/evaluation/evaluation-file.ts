import { Document } from 'yaml';
import type { BotConfig } from '../../config/bot-config.js';
import type { CaseTurn } from './case.js';

const HOW = ` Cases that were made of answers in the console. Put the files of your documents into the folder
 that is named below, and run: npm run eval -- --chat FILE`;

/**
 * The cases as a set of conversations, in the form that `npm run eval -- --chat` reads, with the settings
 * that an answer depends on.
 */
export function evaluationFile(turns: CaseTurn[], config: BotConfig): string {
  const { botName, language, timeZone, openingHours } = config;
  const hours = openingHours ? { opening_hours: openingHours } : {};
  const file = new Document({
    documents: './documents',
    config: { bot_name: botName, language, time_zone: timeZone, ...hours },
    conversations: turns.map((turn) => ({ turns: [turn] })),
  });
  file.commentBefore = HOW;
  // Without quotes, older readers of YAML take 9:00 for a number of seconds.
  return file.toString({
    lineWidth: 0,
    defaultStringType: 'QUOTE_DOUBLE',
    defaultKeyType: 'PLAIN',
  });
}
