import { type BotConfig, effective } from '../config/bot-config.js';
import { Env } from '../env/env.js';
import { type Language, type LanguageSetting, languageSettings } from '../language/language.js';

/** A passage that an answer was made from. */
export interface ReplySource {
  documentId: string;
  title: string;
  /** As it stands in the document. */
  quote: string;
  score: number;
}

/** What is said back, and how it came about. */
export interface Reply {
  /** Markdown. */
  text: string;
  /** Written by the model; quoted from the knowledge, without a model; or the fallback message. */
  mode: 'llm' | 'extractive' | 'fallback';
  sources: ReplySource[];
  /** Milliseconds: history_ms, retrieval_ms, model_ms as far as each was reached, and total_ms. */
  timings: Record<string, number>;
  /** With `fallback`: what failed, without secrets. */
  error?: string;
}

const standard = (language: LanguageSetting) =>
  effective('fallback_message', { language }, new Env()).value as string;

/** The configured message; the one that nobody changed, in the sender's language only. */
export function fallbackMessage({ fallbackMessage }: BotConfig, language: Language): string {
  const untouched = languageSettings.some((of) => standard(of) === fallbackMessage);
  return untouched ? standard(language) : fallbackMessage;
}
