import 'reflect-metadata';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { aDocument } from '../../test/support/stores/memory/documents.js';
import type { Turn } from '../chat/turn.js';
import type { Quotes } from '../chat/extractive/quotes.js';
import type { KnowledgeService } from '../knowledge/knowledge.service.js';

/** What `fr.ts` would hold, and the one line of `languages.ts`. */
vi.mock('./languages.js', async (original) => {
  const { LANGUAGES } = await original<typeof import('./languages.js')>();
  const { french } = await import('../../test/support/answers/french.js');
  return { LANGUAGES: { ...LANGUAGES, fr: french(LANGUAGES.en) } };
});

// A worker runs many files: these modules may be there already, with the real registry.
vi.resetModules();
const { ExtractiveAnswers } = await import('../chat/extractive/extractive-answers.js');
const { businessNow } = await import('../chat/now/business-now.js');
const { hoursAnswer } = await import('../chat/now/hours-answer.js');
const { replyLanguage } = await import('../chat/conversation.js');
const { isFollowUp } = await import('../chat/history/follow-up.js');
const { intentIn, PlainReplies } = await import('../chat/plain-replies.js');
const { fallbackMessage } = await import('../chat/reply.js');
const { systemMessage } = await import('../chat/llm/prompt.js');
const { smallTalk } = await import('../intent/small-talk.js');
const { botConfig } = await import('../config/bot-config.js');
const { BotConfigUpdate } = await import('../config/bot-config.dto.js');
const { Env } = await import('../env/env.js');
const { KnowledgeIndex } = await import('../knowledge/search/knowledge-index.js');
const { limitNotice } = await import('../mailbox/answering/notice.js');
const { confirmation, confirmationLanguage, wishOf } = await import('../mailbox/consent/wish.js');
const { guessLanguage, languages } = await import('./language.js');
afterAll(() => void vi.resetModules());

/** The type of `Language` knows nothing of the mock. */
const FR = 'fr' as 'en';
const QUESTION = 'Quel est le prix du croissant ?';

describe('a third language, which is one file', () => {
  it('is known, and guessed beside the others', () => {
    expect(languages).toEqual(['es', 'en', FR]);
    expect([QUESTION, '¿Cuánto cuesta?', 'How much is it?'].map(guessLanguage)).toEqual([
      FR,
      'es',
      'en',
    ]);
    expect(replyLanguage('croissant', [], FR)).toBe(FR);
  });

  it('is searched by its own words', async () => {
    const index = new KnowledgeIndex();
    const text = 'La boulangerie est ouverte le dimanche. Ouverture à neuf heures.';
    await index.put(aDocument('Horaires', text, { id: 'fr', format: 'text' }));
    expect(index.titles(FR)).toEqual(['Horaires']);
    expect(index.search('Vous ouvrez quand ? Ça ouvre les dimanches ?', 1, FR)).toMatchObject([
      { documentId: 'fr' },
    ]);
  });

  it('has its courtesies, its follow-ups and its words for not knowing', async () => {
    const courtesies = ['Bonjour !', 'merci beaucoup', 'aide'].map(smallTalk);
    expect(courtesies).toEqual(['greeting', 'thanks', 'help']);
    expect(isFollowUp('Et le dimanche ?')).toBe(true);
    const mended = async (text: string) => ({ text, replaced: {} });
    const knowledge: Partial<KnowledgeService> = { topics: async () => ['Prix'], mended };
    const quotes: Partial<Quotes> = { ofMessage: async () => [{ text: '', quotes: [] }] };
    const answers = new ExtractiveAnswers(knowledge as KnowledgeService, quotes as Quotes);
    const config = botConfig({ bot_name: 'Nube' }, new Env());
    const turn: Partial<Turn> = { text: 'Salut', language: FR, history: [], config };
    const plain = new PlainReplies(knowledge as KnowledgeService);
    const text = 'Bonjour ! Je suis Nube.\n\nJe peux vous aider avec :\n- Prix';
    expect(await plain.reply(intentIn(turn as Turn), turn as Turn)).toEqual({ text });
    const asked = await answers.answer({ text: QUESTION, language: FR, botName: 'Nube' });
    expect(asked.text).toMatch(/^Je n'ai pas cette information/);
  });

  it('asks for the opening hours in its own words', () => {
    const now = businessNow(Date.UTC(2026, 10, 28, 9, 5), 'Europe/Paris');
    const sections = [{ title: 'ouvert', section: '', text: '- Dimanche : 9:00–13:00' }];
    const asked = { language: FR, now, sections };
    const answer = (question: string) => hoursAnswer({ ...asked, question })?.text;
    expect(answer('Vous ouvrez demain ?')).toBe(
      "Demain, c'est dimanche :\n\n- Dimanche : 9:00–13:00",
    );
    expect(answer('La terrasse ouvre demain ?')).toBeUndefined();
  });

  it('is told to the model', () => {
    const briefing = { systemPrompt: '', botName: 'Nube', language: FR, passages: [] };
    expect(systemMessage(briefing)).toMatch(/pas cette information.*Answer in French\.$/s);
  });

  it('opts out and in by its own words, also where it shares one', () => {
    expect(['Arrêt', 'STOP'].map((text) => wishOf({ text }))).toEqual(['stop', 'stop']);
    expect(wishOf({ text: 'reprendre' }, { optedOut: true })).toBe('start');
    expect(confirmationLanguage('arrêt', ['How much is it?'], 'auto')).toBe(FR);
    expect(confirmationLanguage('stop', [QUESTION], 'auto')).toBe(FR);
    expect(confirmationLanguage('stop', [], 'auto')).toBe('en');
    expect(confirmation('stop', FR)).toBe('Vous ne recevrez plus de messages.');
  });

  it('has its notice and its fallback message', () => {
    expect(limitNotice(QUESTION, 'auto', 'minute')).toMatch(/^Vous avez envoyé/);
    const config = botConfig({}, new Env());
    expect(config.fallbackMessage).toMatch(/Ahora.*\n.*right now.*\nJe ne peux pas/);
    expect(fallbackMessage(config, FR)).toBe('Je ne peux pas répondre maintenant.');
  });

  it('can be set', () => {
    const update = (language: string) => plainToInstance(BotConfigUpdate, { language });
    const wrong = (language: string) =>
      validateSync(update(language)).flatMap(({ constraints }) => Object.values(constraints!));
    expect(wrong('fr')).toEqual([]);
    expect(wrong('de')).toEqual(['must be auto, es, en or fr']);
  });
});
