import { ExtractiveAnswers } from '../../../src/chat/extractive/extractive-answers.js';
import { Quotes } from '../../../src/chat/extractive/quotes.js';
import { BusinessTime } from '../../../src/chat/now/business-time.js';
import { OpeningTimes } from '../../../src/chat/now/opening-times.js';
import { Retrieval } from '../../../src/chat/retrieval.js';
import type { Clock } from '../../../src/clock.js';
import type { BotConfig } from '../../../src/config/bot-config.js';
import type { BotConfigService } from '../../../src/config/bot-config.service.js';
import type { KnowledgeService } from '../../../src/knowledge/knowledge.service.js';
import type { CuratedReplies } from '../../../src/chat/curated-replies.js';
import { curatedReplies } from './memory-curated.js';
import { SetClock } from './set-clock.js';

/** Answers without a model from some knowledge, at a set time. */
export function extractiveAnswers(
  knowledge: KnowledgeService,
  config: Partial<BotConfig> = {},
  replies: CuratedReplies = curatedReplies(),
  clock: Clock = new SetClock(),
): ExtractiveAnswers {
  const settings = {
    current: async () => ({ timeZone: 'Europe/Madrid', ...config }) as BotConfig,
  } as Partial<BotConfigService> as BotConfigService;
  const times = new OpeningTimes(knowledge, new BusinessTime(clock, settings));
  return new ExtractiveAnswers(
    knowledge,
    new Quotes(knowledge, new Retrieval(knowledge), times, replies),
  );
}
