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
import { SetClock } from '../stores/set-clock.js';

/** In Madrid, before noon: what "tomorrow" is must not depend on the day of a run. */
const A_SATURDAY = Date.UTC(2026, 10, 28, 9, 5);

/** What answers from some knowledge, at a set time: the parts that `ChatModule` would make. */
export function answerers(
  knowledge: KnowledgeService,
  config: Partial<BotConfig> = {},
  replies: CuratedReplies = curatedReplies(),
  clock: Clock = new SetClock(A_SATURDAY),
) {
  const settings = {
    current: async () => ({ timeZone: 'Europe/Madrid', ...config }) as BotConfig,
  } as Partial<BotConfigService> as BotConfigService;
  const time = new BusinessTime(clock, settings);
  const openingTimes = new OpeningTimes(knowledge, time);
  const retrieval = new Retrieval(knowledge);
  const quotes = new Quotes(knowledge, retrieval, openingTimes, replies);
  const extractive = new ExtractiveAnswers(knowledge, quotes);
  return { time, quotes, retrieval, extractive };
}

/** Answers without a model from some knowledge, at a set time. */
export function extractiveAnswers(...given: Parameters<typeof answerers>): ExtractiveAnswers {
  return answerers(...given).extractive;
}
