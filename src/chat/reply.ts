import { type BotConfig, effective } from '../config/bot-config.js';
import { Env } from '../env/env.js';
import { type Language, type LanguageSetting, languageSettings } from '../language/language.js';

/** A passage that an answer was made from. */
export interface ReplySource {
  documentId: string;
  title: string;
  /** The passage's text, unchanged. */
  quote: string;
  score: number;
}

/** An answer, and how it was made. */
export interface Reply {
  /** Markdown. */
  text: string;
  /** The model wrote it; it quotes the documents, without a model; or it is the fallback message. */
  mode: 'llm' | 'extractive' | 'fallback';
  sources: ReplySource[];
  /** Milliseconds of each stage that was reached: history_ms, retrieval_ms, model_ms; and total_ms. */
  timings: Record<string, number>;
  /** With mode `fallback`: what failed, without secrets. */
  error?: string;
}

/** The fallback message that counts while nobody has changed it. */
const standard = (language: LanguageSetting) =>
  effective('fallback_message', { language }, new Env()).value as string;

/** The configured fallback message. If nobody has changed it, only the sender's language is used. */
export function fallbackMessage({ fallbackMessage }: BotConfig, language: Language): string {
  const untouched = languageSettings.some((of) => standard(of) === fallbackMessage);
  return untouched ? standard(language) : fallbackMessage;
}
