import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { withApp } from '../support/app.js';

const directory = mkdtempSync(join(tmpdir(), 'recado-'));
const PRICES = join(directory, 'prices.csv');
writeFileSync(PRICES, 'US,0.02\n*,0.5\n');
afterAll(() => rmSync(directory, { recursive: true }));

const NOT_TODAY = expect.stringMatching(/^Thank you for writing/);
const NO_LIMITS = {
  daily_budget: null,
  monthly_budget: null,
  daily_cost_per_sender: null,
  daily_answers_per_sender: null,
  over_budget: null,
};

withApp(
  'a budget',
  { MODEL_PRICES: 'small=1000/1000', MESSAGE_PRICES: PRICES, CHAT_MODEL: 'small' },
  (app) => {
    beforeAll(async () => {
      const said = { title: 'Hours', text: 'We open from 9 to 14.' };
      await app().admin('post', '/api/v1/knowledge/documents', said).expect(201);
    });
    beforeEach(() => app().configure(NO_LIMITS));

    const budget = async () => (await app().admin('get', '/api/v1/budget').expect(200)).body;
    const ask = async (from: string, text: string, outcome: string | null = 'answered') => {
      const id = await app().write(from, text);
      await expect.poll(async () => (await app().outcomes(id)).at(-1)).toEqual([text, outcome]);
      return id;
    };
    /** Writes once, and waits until what that cost is counted. */
    const spend = async (from: string) => {
      const sent = async () => {
        const { day, month } = await budget();
        return [day.sent, month.sent];
      };
      const [today, thisMonth] = await sent();
      await ask(from, 'pan y café');
      // On MongoDB each period is counted by a write of its own.
      await expect.poll(sent).toEqual([today + 1, thisMonth + 1]);
      return budget();
    };

    it('counts models and messages, and says what is left of the day and the month', async () => {
      app().model.tokens = { in: 9, out: 1 };
      const before = await budget();
      expect(before).toMatchObject({ models_priced: true, messages_priced: true });
      expect(before.day).toMatchObject({ budget: null, left: null, state: 'open' });
      await app().configure({ daily_budget: 0.0375, monthly_budget: 100 });
      const { day, month } = await spend(await app().writer('whatsapp:+14155550123'));
      expect(day).toMatchObject({
        spent: 0.03,
        models: 0.01,
        messages: 0.02,
        sent: 1,
        budget: 0.0375,
        left: 0.0075,
        state: 'near',
      });
      expect(month).toMatchObject({ spent: 0.03, budget: 100, left: 99.97, state: 'open' });
      const { text } = await app().admin('get', '/metrics').expect(200);
      expect(text).toContain('recado_spent{period="day",of="messages"} 0.02');
      expect(text).toMatch(/recado_budget_used_ratio\{period="day"\} 0\.8\d*/);
    });

    it("that is spent has the documents' words answer, and no model is asked", async () => {
      await spend(await app().writer());
      await app().configure({ daily_budget: 0.01 });
      const asked = app().model.requests.length;
      const from = await app().writer();
      await ask(from, 'When do you open?');
      expect(await app().sent(from)).toEqual([expect.stringContaining('We open from 9 to 14.')]);
      expect(app().model.requests).toHaveLength(asked);
      expect((await budget()).day.state).toBe('spent');
    });

    it('that is spent hands senders over, where that is wanted: each is told once', async () => {
      await spend(await app().writer());
      await app().configure({ monthly_budget: 0.01, over_budget: 'person' });
      const from = await app().writer();
      const id = await ask(from, 'When do you open?');
      await ask(from, 'Hello?', 'human');
      expect(await app().sent(from)).toHaveLength(1);
      const { body } = await app().admin('get', `/api/v1/conversations/${id}`).expect(200);
      expect(body.waiting_since).toEqual(expect.any(String));
    });

    it('that is spent leaves all unanswered, where that is wanted, with one notice a day', async () => {
      await spend(await app().writer());
      await app().configure({ daily_budget: 0.01, over_budget: 'silence' });
      const from = await app().writer();
      for (const text of ['When do you open?', 'Hello?', 'Anybody?'])
        await ask(from, text, 'limited');
      expect(await app().sent(from)).toEqual([NOT_TODAY]);
      await app().configure({ daily_budget: null });
      await ask(from, 'And now?');
      expect(await app().sent(from)).toHaveLength(2);
    });

    it('of one sender is theirs alone', async () => {
      await app().configure({ daily_cost_per_sender: 0.005, over_budget: 'silence' });
      const [from, other] = [await app().writer(), await app().writer()];
      await spend(from);
      await ask(from, 'And tomorrow?', 'limited');
      await ask(other, 'When do you open?');
    });

    it('of answers a day leaves the rest of one sender unanswered, and tells them once', async () => {
      await app().configure({ daily_answers_per_sender: 2 });
      const [from, other] = [await app().writer(), await app().writer()];
      for (const text of ['one', 'two']) await ask(from, text);
      for (const text of ['When do you close?', 'Where are you?']) await ask(from, text, 'limited');
      await ask(other, 'one');
      expect((await app().sent(from)).slice(2)).toEqual([NOT_TODAY]);
    });

    it('takes amounts with decimals only, and none below nothing', async () => {
      for (const daily_budget of [-1, '5', true])
        await app().admin('put', '/api/v1/bot/config', { daily_budget }).expect(400);
      const { body } = await app().configure({ daily_budget: 12.5 });
      expect(body.daily_budget).toBe(12.5);
    });

    it('lets a request for no more messages through', async () => {
      await spend(await app().writer());
      await app().configure({ daily_budget: 0.01, over_budget: 'silence' });
      const from = await app().writer();
      await ask(from, 'STOP', 'opted_out');
    });
  },
);
