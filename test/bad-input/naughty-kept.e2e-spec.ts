import { expect, it } from 'vitest';
import { ADMIN_TOKEN, withApp } from '../support/app.js';
import { NAUGHTY } from '../support/naughty.js';
import { ask, type Question } from './ask.js';

const DOCUMENTS = '/api/v1/knowledge/documents';
const JSON_BODY = { 'Content-Type': 'application/json' };

withApp('naughty texts of documents and settings', {}, (app) => {
  const request = ({ headers, ...question }: Question) =>
    ask(app().publicUrl, {
      ...question,
      headers: { Authorization: `Bearer ${ADMIN_TOKEN}`, ...headers },
    });

  it('are kept as they were sent', async () => {
    const send = async (method: string, path: string, body: object) => {
      const said = await request({ method, path, headers: JSON_BODY, body: JSON.stringify(body) });
      expect([body, said.status]).toEqual([body, expect.toBeOneOf([200, 201])]);
      return JSON.parse(said.text);
    };
    for (let from = 0; from < NAUGHTY.length; from += 30) {
      const text = NAUGHTY.slice(from, from + 30)
        .join('\n')
        .replaceAll('\0', '');
      const title = NAUGHTY[from].slice(0, 200).trim();
      const { id } = await send('POST', DOCUMENTS, { title, text });
      const shown = await request({ method: 'GET', path: `${DOCUMENTS}/${id}` });
      expect(JSON.parse(shown.text)).toMatchObject({ title, text });
      await send('POST', '/api/v1/knowledge/search', { query: text.slice(0, 1000).toWellFormed() });
      await send('POST', '/api/v1/chat', { text: text.slice(0, 4000).toWellFormed() });
    }
    const visible = NAUGHTY.filter((text) => !/[^\P{Cc}\n\t]/u.test(text));
    for (let from = 0; from < visible.length; from += 10) {
      const some = visible.slice(from, from + 10).join('\n');
      const { system_prompt } = await send('PUT', '/api/v1/bot/config', { system_prompt: some });
      expect(system_prompt).toBe(some);
    }
  });
});
