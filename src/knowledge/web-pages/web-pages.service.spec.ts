import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Web } from '../../../test/support/web.js';
import { documentOf, type GivenDocument } from '../documents/document.js';
import { DocumentReader } from '../documents/document.reader.js';
import type { KnowledgeService } from '../knowledge.service.js';
import { type GivenFile, Reading, UnreadableFile } from '../reading/reading.js';
import { WebPagesService } from './web-pages.service.js';

let web: Web;
let kept: unknown[];
let given: GivenFile[];

beforeEach(async () => {
  web = await Web.start();
  kept = [];
  given = [];
});
afterEach(() => web.close());

/** Reads what begins with a heading; the rest is damaged. */
class SomeReading extends Reading {
  override async read(file: GivenFile) {
    given.push(file);
    const text = Buffer.from(file.bytes).toString();
    if (!text.startsWith('#')) throw new UnreadableFile('damaged', 'Save it again.');
    return { title: text.slice(2, 7), text, format: 'markdown' as const, metadata: {} };
  }
}

function pages(egress = web.egress(), reading: Reading = new SomeReading()): WebPagesService {
  const knowledge = {
    put: async (document: GivenDocument) => {
      kept.push(document);
      return { document: documentOf(document, 0), chunks: 1, outcome: 'new' };
    },
  };
  const reader = new DocumentReader(reading);
  return new WebPagesService(egress, reader, knowledge as unknown as KnowledgeService);
}

it('keeps what a page says; it is read by its last address and its type', async () => {
  web.answer = ({ url }, response) => {
    if (url === '/hours') response.writeHead(301, { location: '/opening.html' }).end();
    else response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end('# Hours');
  };
  const source = web.at('/hours');
  const put = await pages().put(`${source}#today`);
  expect(put).toMatchObject({ name: source, source, title: 'Hours', outcome: 'new' });
  expect(kept).toMatchObject([{ name: source, source, title: 'Hours', text: '# Hours' }]);
  const file = { name: web.at('/opening.html'), contentType: 'text/html; charset=utf-8' };
  expect(given).toEqual([{ ...file, bytes: Buffer.from('# Hours') }]);
});

it.each([
  ['its header', 'text/html; charset=iso-8859-1', ''],
  ['its own head', 'text/html', '<meta charset="iso-8859-1">'],
])('reads the letters that %s names', async (_, type, head) => {
  const page = `<html><head>${head}</head><body><h1>Café</h1><p>Abrimos mañana.</p></body></html>`;
  web.serve(Buffer.from(page, 'latin1'), { 'Content-Type': type });
  await pages(web.egress(), new Reading()).put(web.at('/cafe'));
  const text = expect.stringContaining('Abrimos mañana.');
  expect(kept).toMatchObject([{ title: 'Café', format: 'markdown', text }]);
});

describe('types', () => {
  const TAKEN = ['text/html', 'TEXT/PLAIN; charset=latin1', 'application/pdf', '', 'image/png'];

  it.each(TAKEN)('takes %s', async (type) => {
    web.serve('# Hours', type ? { 'Content-Type': type } : {});
    await pages().put(web.at());
    expect(kept).toHaveLength(1);
  });

  it.each(['application/json', 'text/css', 'video/mp4', 'application/zip', 'text/htmlx'])(
    'refuses %s, unread',
    async (type) => {
      web.serve('# Hours', { 'Content-Type': type });
      const put = pages().put(web.at());
      await expect(put).rejects.toMatchObject({
        status: 415,
        detail: expect.stringContaining(type),
      });
      expect(given).toEqual([]);
    },
  );
});

describe('what goes wrong is a problem of the field', () => {
  const refused = (status: number, detail: RegExp) => ({
    status,
    detail: expect.stringMatching(detail),
    extra: {
      errors: [{ field: 'url', message: expect.stringMatching(/^cannot be (had|read): /) }],
    },
  });

  it.each([
    ['nowhere', 400, /no address/],
    ['ftp://shop.example/', 400, /not of ftp:/],
    ['http://127.0.0.2/', 400, /not public/],
    ['http://localhost:22/', 400, /port 22/],
  ])('%s: %i', async (address, status, detail) => {
    await expect(pages().put(address)).rejects.toMatchObject(refused(status, detail));
  });

  it('a page that is missing, too large, too slow, or damaged', async () => {
    web.answer = (_, response) => void response.writeHead(404).end();
    await expect(pages().put(web.at())).rejects.toMatchObject(refused(502, /HTTP 404/));
    web.serve('x'.repeat(2000));
    const small = pages(web.egress({ bytes: 1024 })).put(web.at());
    await expect(small).rejects.toMatchObject(refused(413, /as files/));
    await expect(pages().put(web.at())).rejects.toMatchObject(refused(400, /Save it again/));
    web.answer = () => undefined;
    const slow = pages(web.egress({ timeoutMs: 50 })).put(web.at());
    await expect(slow).rejects.toMatchObject(refused(502, /more than 0.05 s/));
  });
});
