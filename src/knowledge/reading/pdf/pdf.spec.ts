import { describe, expect, it } from 'vitest';
import { type PdfLine, pdfOf, pdfWith } from '../../../../test/support/files/pdf.js';
import { readPdf } from './pdf.js';

async function read(bytes: Buffer, name = 'a.pdf') {
  return readPdf({ name, bytes: new Uint8Array(bytes) }, () => {});
}
const textOf = async (...pages: PdfLine[][]) => (await read(pdfOf(pages))).text;

/** Lines below each other, the first at `y`. */
const lines = (texts: string[], { x = 60, y = 700, size = 11, step = 13 } = {}): PdfLine[] =>
  texts.map((text, n) => ({ text, x, y: y - n * step, size }));

describe('a page of a PDF', () => {
  it('is parted from the next', async () => {
    expect(await textOf([{ text: 'One', y: 700 }], [], [{ text: 'Three', y: 700 }])).toBe(
      'One\n\f\n\n\f\nThree',
    );
  });

  it('has sentences whole, and lines that somebody ended', async () => {
    const text = [
      'Orders are taken until noon, and are collected in the shop on the next day or deliv-',
      'ered in the afternoon. Wedding cakes need a week. We take cards and cash, and we send',
      'an invoice if you ask for it. Nothing is baked on Mondays.',
    ];
    const address = ['Bakery', 'Calle Mayor 3', '28013 Madrid'];
    expect(await textOf([...lines(text), ...lines(address, { y: 640 })])).toBe(
      'Orders are taken until noon, and are collected in the shop on the next day or delivered in the afternoon. Wedding cakes need a week. We take cards and cash, and we send an invoice if you ask for it. Nothing is baked on Mondays.\n\nBakery\\\nCalle Mayor 3\\\n28013 Madrid',
    );
  });

  it('has large lines as headings, and bullets as lists', async () => {
    const page = [
      ...lines(['Our bakery'], { y: 750, size: 20 }),
      ...lines(['Delivery'], { y: 720, size: 14 }),
      ...lines(['We deliver:'], { y: 700 }),
      ...lines(['• in Madrid', '• in Toledo', 'Nowhere else'], { y: 680 }),
    ];
    expect(await textOf(page)).toBe(
      '# Our bakery\n\n## Delivery\n\nWe deliver:\n\n- in Madrid\n- in Toledo\n\nNowhere else',
    );
  });

  it('says what it says, whatever it would mean in Markdown', async () => {
    expect(await textOf(lines(['# 5 * 3 <b> [x] snake_case _a_']))).toBe(
      '\\# 5 \\* 3 \\<b> \\[x\\] snake_case \\_a\\_',
    );
  });

  it('has its columns one after the other', async () => {
    const column = (word: string) =>
      Array.from({ length: 6 }, (_, n) => `${word} line ${n} goes on and on until it ends`);
    const page = [
      ...lines(['A headline that stands across both of the columns below'], { y: 760 }),
      ...lines(column('Left')),
      ...lines(column('Right'), { x: 320, y: 703 }),
    ];
    const text = await textOf(page);
    expect(text.indexOf('headline')).toBeLessThan(text.indexOf('Left line 0'));
    expect(text.indexOf('Left line 5')).toBeLessThan(text.indexOf('Right line 0'));
  });

  it("doesn't repeat the lines at the edge of every page", async () => {
    const page = (n: number) => [
      ...lines(['The Bakery, since 1990'], { y: 800 }),
      ...lines([`What stands on the ${['first', 'second', 'third'][n]} page`], { y: 500 }),
      ...lines(['Thank you'], { y: 480 }),
      ...lines([`Page ${n + 1} of 3`], { y: 40 }),
    ];
    const text = await textOf(page(0), page(1), page(2));
    expect(text).toContain('the third page');
    expect(text).not.toMatch(/since 1990|Page \d/);
  });
});

describe('a table of a PDF', () => {
  const row = (y: number, ...cells: string[]) =>
    cells.flatMap((text, n) => (text ? [{ text, x: 60 + 120 * n, y }] : []));

  it('is one, with its head', async () => {
    const page = [
      ...row(700, 'Cake', 'Slice', 'Whole'),
      ...row(684, 'Carrot', '3,50 €', '28 €'),
      ...row(668, 'Nut | plum', '', '30 €'),
    ];
    expect(await textOf(page)).toBe(
      '| Cake | Slice | Whole |\n| --- | --- | --- |\n| Carrot | 3,50 € | 28 € |\n| Nut \\| plum |  | 30 € |',
    );
  });

  it('may have dots in place of room, and no head', async () => {
    const page = lines([
      'Coffee........................1,20 €',
      'Tea . . . . . . . . . . . . 1,60 €',
    ]);
    expect(await textOf(page)).toBe(
      '|  |  |\n| --- | --- |\n| Coffee | 1,20 € |\n| Tea | 1,60 € |',
    );
  });

  it('may have cells of several lines', async () => {
    const page = [
      ...row(700, 'Menu', 'What it has', 'Price'),
      ...row(676, '', 'Soup or a salad'),
      ...row(664, 'Lunch', 'and a main dish'),
      ...row(652, '', 'with bread', '12 €'),
      ...row(628, 'Dinner', 'Two dishes', '18 €'),
    ];
    expect((await textOf(page)).split('\n').slice(2)).toEqual([
      '| Lunch | Soup or a salad and a main dish with bread | 12 € |',
      '| Dinner | Two dishes | 18 € |',
    ]);
  });
});

describe('a PDF', () => {
  const titled = async (title: string, name?: string) =>
    (await read(pdfOf([lines(['Hi'])], { title }), name)).title;

  it('has the title that somebody gave it', async () => {
    expect(await titled('Prices of 2026')).toBe('Prices of 2026');
    for (const title of [
      'Microsoft Word - prices.docx',
      'prices.indd',
      'Untitled-1',
      'Documento1',
      ' ',
    ])
      expect(await titled(title)).toBeUndefined();
    expect(await titled('price-list', 'price-list.pdf')).toBeUndefined();
  });

  it('has its largest heading as the title otherwise', async () => {
    const page = [...lines(['Our bakery'], { y: 750, size: 22 }), ...lines(['Bread and cakes.'])];
    expect((await read(pdfOf([page]))).title).toBe('Our bakery');
    expect((await read(pdfOf([lines(['Bread']), page]))).title).toBeUndefined();
  });

  it('that wants a password is told apart', async () => {
    const key = `<${'ab'.repeat(32)}>`;
    const trailer = `/Encrypt << /Filter /Standard /V 1 /R 2 /O ${key} /U ${key} /P -4 >> /ID [<00> <00>]`;
    await expect(read(pdfOf([lines(['Hi'])], { trailer }))).rejects.toMatchObject({
      reason: 'encrypted',
    });
  });

  it('may be cut short, and may not be one at all', async () => {
    const whole = pdfOf([lines(['All of it'])]);
    expect((await read(whole.subarray(0, -30))).text).toBe('All of it');
    await expect(read(Buffer.from('%PDF-1.4\nnothing'))).rejects.toThrow();
    expect((await read(pdfWith(['BT (never closed', '']))).text.trim()).toBe('');
  });
});
