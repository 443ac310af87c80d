import { expect, it } from 'vitest';
import { withApp } from '../support/app.js';

const DOCUMENTS = '/api/v1/knowledge/documents';
const NOBODY = '00000000-0000-4000-8000-000000000000';
const HOURS = '# Hours\n\nThe shop opens at 9:00 on Sundays.';

withApp('the knowledge API', {}, (app) => {
  const add = (title: string, text: string, more: object = {}) =>
    app().admin('post', DOCUMENTS, { title, text, ...more });
  const upload = (name: string, content: string | Buffer, fields: Record<string, string> = {}) => {
    const call = app().admin('post', DOCUMENTS);
    for (const [field, value] of Object.entries(fields)) void call.field(field, value);
    return call.attach('file', Buffer.from(content), name);
  };
  const search = async (query: string, more: object = {}) => {
    const found = await app().admin('post', '/api/v1/knowledge/search', { query, ...more });
    return found.status === 200 ? found.body.items : found.status;
  };

  it('adds a document, shows it, finds it, and takes it out', async () => {
    const added = await add('Hours', HOURS).expect(201);
    const { id } = added.body;
    const view = { id, title: 'Hours', format: 'markdown', chunks: 1 };
    expect(added.body).toEqual({ ...view, created_at: expect.any(String) });
    const shown = await app().admin('get', `${DOCUMENTS}/${id}`).expect(200);
    expect(shown.body).toEqual({ ...added.body, text: HOURS });
    expect(await search('when does the shop open?')).toEqual([
      {
        document_id: id,
        title: 'Hours',
        section: '',
        page: null,
        text: expect.stringContaining('opens at 9:00'),
        score: expect.any(Number),
        relevance: expect.any(Number),
        used: true,
        coverage: expect.any(Number),
        words: expect.any(Number),
        meaning: null,
        window: null,
        rerank: null,
        other_language: false,
        matched: expect.arrayContaining([
          { term: 'open', found: 'open', by: 'word', weight: expect.any(Number) },
        ]),
        missing: expect.any(Array),
      },
    ]);
    expect(await search('when does the shop open?', { limit: 0 })).toBe(400);
    await app().admin('delete', `${DOCUMENTS}/${id}`).expect(204);
    await app().admin('delete', `${DOCUMENTS}/${id}`).expect(404);
    await app().admin('get', `${DOCUMENTS}/${id}`).expect(404);
    expect(await search('when does the shop open?')).toEqual([]);
  });

  it('has the same document once', async () => {
    const first = await add('Wifi', 'It is free.').expect(201);
    const again = await add('Wifi', 'It is free.').expect(200);
    expect(again.body).toEqual(first.body);
    const other = await add('Wifi', 'It is fast.').expect(201);
    for (const { body } of [first, other])
      await app().admin('delete', `${DOCUMENTS}/${body.id}`).expect(204);
  });

  it('lists them in pages that join up', async () => {
    for (const title of ['one', 'two', 'three']) await add(title, 'Something.').expect(201);
    const first = await app().admin('get', `${DOCUMENTS}?limit=2`).expect(200);
    const cursor = encodeURIComponent(first.body.next_cursor);
    const second = await app().admin('get', `${DOCUMENTS}?limit=2&cursor=${cursor}`).expect(200);
    const titles = [first, second].map(({ body }) => body.items.map((d: any) => d.title));
    expect(titles).toEqual([['one', 'two'], ['three']]);
    expect(second.body.next_cursor).toBeNull();
    await app().admin('get', `${DOCUMENTS}?cursor=x`).expect(400);
  });

  it('takes files: Markdown and text, titled by a field or their name', async () => {
    const named = await upload('Añadidos del menú.md', '# Menú\n\nCafé 🥐').expect(201);
    expect(named.body).toMatchObject({ title: 'Añadidos del menú', format: 'markdown' });
    const titled = await upload('a.TXT', '\ufeff# no heading', { title: 'Notes' }).expect(201);
    expect(titled.body).toMatchObject({ title: 'Notes', format: 'text' });
    const shown = await app().admin('get', `${DOCUMENTS}/${titled.body.id}`);
    expect(shown.body.text).toBe('# no heading');
    await upload('b.txt', 'x'.repeat(1_000_000)).expect(201);
  });

  it('refuses what it cannot read, and says why', async () => {
    const wrong: [ReturnType<typeof upload>, number, RegExp][] = [
      [upload('a.pdf', '%PDF'), 415, /\.md or \.txt/],
      [upload('a', 'x'), 415, /\.md or \.txt/],
      [upload('a.constructor', 'x'), 415, /\.md or \.txt/],
      [upload('a.md', Buffer.from([0xff, 0xfe, 0x41])), 400, /UTF-8/],
      [upload('a.md', ' \n'), 400, /text must not be empty/],
      [upload('a.md', 'x', { title: '' }), 400, /title must not be empty/],
      [upload('a.md', 'x', { size: '1' }), 400, /size is not a field/],
      [upload('a.md', 'x'.repeat(1_000_001)), 400, /part it/],
      [upload('a.md', 'x'.repeat(4096 * 1024 + 1)), 413, /4096 KiB/],
      [app().admin('post', DOCUMENTS).field('title', 'x'), 400, /file must be given/],
    ];
    for (const [call, status, detail] of wrong) {
      const refused = await call;
      expect([refused.status, refused.body.detail]).toEqual([
        status,
        expect.stringMatching(detail),
      ]);
    }
    const cut = app().admin('post', DOCUMENTS).set('Content-Type', 'multipart/form-data');
    await cut.send('--x\r\n').expect(400);
    await app().admin('get', `${DOCUMENTS}/${NOBODY}`).expect(404);
    await app().admin('get', `${DOCUMENTS}/me`).expect(400);
    await app().admin('get', DOCUMENTS, undefined, null).expect(401);
  });
});
