import { once } from 'node:events';
import { type IncomingMessage, request as httpRequest } from 'node:http';
import { expect, it } from 'vitest';
import { ADMIN_TOKEN, withApp } from '../support/app.js';

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
    const { outcome, ...view } = added.body;
    expect(outcome).toBe('new');
    expect(view).toEqual({
      id,
      name: 'Hours',
      line: null,
      title: 'Hours',
      format: 'markdown',
      source: null,
      characters: HOURS.length,
      chunks: 1,
      created_at: expect.any(String),
      updated_at: view.created_at,
    });
    const shown = await app().admin('get', `${DOCUMENTS}/${id}`).expect(200);
    expect(shown.body).toEqual({ ...view, text: HOURS, metadata: {} });
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
        window: 'The shop opens at 9:00 on Sundays.',
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

  it('has a document once under its name, and replaces it when it changed', async () => {
    const first = await add('Wifi', 'It is free.').expect(201);
    const again = await add('Wifi', 'It is free.').expect(200);
    expect(again.body).toEqual({ ...first.body, outcome: 'unchanged' });
    const other = await add('Free wifi', 'It is fast.', { name: 'Wifi' }).expect(200);
    const { id, created_at } = first.body;
    const replaced = { id, created_at, name: 'Wifi', title: 'Free wifi', outcome: 'replaced' };
    expect(other.body).toMatchObject(replaced);
    expect(Date.parse(other.body.updated_at)).toBeGreaterThanOrEqual(Date.parse(created_at));
    const found = await search('is there wifi?');
    expect(found).toMatchObject([{ title: 'Free wifi', text: expect.stringContaining('fast') }]);
    await app().admin('delete', `${DOCUMENTS}/${id}`).expect(204);
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

  it('takes files, named without their paths', async () => {
    const file = await upload('C:\\menu\\Añadidos.md', '# Menú\n\nCafé 🥐').expect(201);
    expect(file.body).toMatchObject({ name: 'Añadidos.md', title: 'Menú', format: 'markdown' });
    const again = await upload('../../Añadidos.md', '# Menú\n\nTé').expect(200);
    expect(again.body).toMatchObject({ id: file.body.id, outcome: 'replaced' });
    const titled = await upload('a.TXT', '\ufeff# no heading', { title: 'Notes' }).expect(201);
    expect(titled.body).toMatchObject({ name: 'a.TXT', title: 'Notes', format: 'text' });
    const shown = await app().admin('get', `${DOCUMENTS}/${titled.body.id}`);
    expect(shown.body.text).toBe('# no heading');
    const named = await upload('b.txt', 'x'.repeat(1_000_000), { name: 'es/b.txt' }).expect(201);
    expect(named.body).toMatchObject({ name: 'es/b.txt', characters: 1_000_000 });
  });

  /** An upload that says how many bytes it has, of which few come. It is `taken` once it is with the server. */
  const begin = (bytes: number) => {
    const { hostname, port } = new URL(app().publicUrl);
    const headers = {
      Authorization: `Bearer ${ADMIN_TOKEN}`,
      'Content-Type': 'multipart/form-data; boundary=x',
      'Content-Length': bytes,
      Expect: '100-continue',
    };
    const call = httpRequest({ hostname, port, path: DOCUMENTS, method: 'POST', headers });
    call.on('error', () => undefined);
    call.write('--x\r\nContent-Disposition: form-data; name="file"; filename="a.md"\r\n\r\nx');
    return { call, taken: once(call, 'continue'), destroy: () => call.destroy() };
  };

  it('answers that a file is too large before all of it has come', async () => {
    const { call } = begin(100 * 1024 * 1024);
    const [answer] = (await once(call, 'response')) as [IncomingMessage];
    expect(answer.statusCode).toBe(413);
    call.destroy();
  });

  it('reads a few uploads at a time; others wait until one is read, or given up', async () => {
    // Six are with the server: three are read, three are in line. All are given up, the latter first.
    const slow = Array.from({ length: 6 }, () => begin(1000));
    for (const call of slow) await call.taken;
    for (const { destroy } of slow.reverse()) destroy();
    const answers = ['a.md', 'b.md', 'c.md', 'd.md'].map((name) => upload(name, 'Waited.'));
    const read = await Promise.all(answers);
    expect(read.map(({ body }) => body.characters)).toEqual([7, 7, 7, 7]);
  });

  it('refuses what it cannot read, and says why', async () => {
    const wrong: [ReturnType<typeof upload>, number, RegExp][] = [
      [upload('a.zip', Buffer.from('PK\u0003\u0004\0\0')), 415, /\w/],
      [upload('a.md', ' \n'), 400, /empty|no text/i],
      [upload('a.md', 'x', { title: '' }), 400, /title must not be empty/],
      [upload('a.md', 'x', { size: '1' }), 400, /size is not a field/],
      [upload('a.md', 'x'.repeat(1_000_001)), 413, /part it/i],
      [upload('a.md', 'x'.repeat(20 * 1024 * 1024 + 1)), 413, /20 MiB/],
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
