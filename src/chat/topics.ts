import type { LineId } from '../config/lines/line.js';
import type { KnowledgeService } from '../knowledge/knowledge.service.js';
import { type Language, wordsOf } from '../language/language.js';

/** Topics that are listed when the bot says what it can help with. */
const TOPICS = 6;

/** What the bot can help with, as the last paragraph of an answer; nothing while it has no documents. */
export async function topicsOf(
  knowledge: KnowledgeService,
  language: Language,
  line?: LineId,
): Promise<string> {
  const topics = await knowledge.topics(language, line);
  if (!topics.length) return '';
  const list = topics.slice(0, TOPICS).map((topic) => `- ${topic}`);
  return `\n\n${wordsOf(language).topicsLead}\n${list.join('\n')}`;
}
