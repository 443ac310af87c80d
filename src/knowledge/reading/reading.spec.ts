import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { docxOf, paragraph } from '../../../test/support/files/docx.js';
import { pdfOf, pdfOfScan } from '../../../test/support/files/pdf.js';
import { Reading } from './reading.js';

const reading = new Reading();
const read = (name: string, bytes: string | Buffer) =>
  reading.read({ name, bytes: Buffer.from(bytes) });
const picture = readFileSync('test/support/files/hours.png');

/** What the picture shows. */
const HOURS =
  /\| Lunes a viernes \| 9:30 a 21:00 \|\n\| Sábados \| 10:00 a 14:00 \|\n\nHacemos envíos .* supera los treinta euros\./;

describe('a file of each kind', () => {
  it.each<[string, string | Buffer, object]>([
    [
      'a.md',
      '\uFEFF---\r\ntitle: T\r\n---\r\n# H\r\n',
      { title: 'T', text: '# H', format: 'markdown', metadata: { title: 'T' } },
    ],
    [
      'a.txt',
      '# no heading\r\rText',
      { text: '# no heading\n\nText', format: 'text', metadata: {} },
    ],
    ['a.html', '<h1>H</h1><p>Text', { title: 'H', text: '# H\n\nText' }],
    ['a.csv', '¿Abren?;Sí', { title: undefined, text: '## ¿Abren?\n\nSí' }],
    ['a.docx', docxOf([paragraph('H', 'Ttulo1')]), { title: 'H', text: '# H' }],
    [
      'a.pdf',
      pdfOf([[{ text: 'A', y: 700 }], [{ text: 'B', y: 700 }]], { title: 'T' }),
      { title: 'T', text: 'A\n\f\nB' },
    ],
  ])('is read: %s', async (name, bytes, expected) =>
    expect(await read(name, bytes)).toMatchObject(expected),
  );

  it('is read: a picture', async () => {
    expect(await read('hours.png', picture)).toMatchObject({
      text: expect.stringMatching(HOURS) as string,
      format: 'markdown',
    });
  });

  it('is read: a scan', async () => {
    expect((await read('scan.pdf', pdfOfScan(picture))).text).toMatch(HOURS);
  });
});

describe('a text', () => {
  it('holds no letters that nobody sees, and is composed', async () => {
    const { text } = await read('a.txt', '\uFEFF\n\nCafe\u0301\u00AD \t\n\n\n\n\n\x07Te\fB\n');
    expect(text).toBe('Café\n\n\nTe\fB');
  });

  it('is read in a moment, whatever stands in it, and a large one in a thread', async () => {
    const blanks = await read('a.txt', `a${' '.repeat(60_000)}b${'\n'.repeat(5000)}c`);
    expect(blanks.text).toHaveLength(60_006);
    expect((await read('a.md', `# T\n\n${'word '.repeat(100_000)}`)).title).toBe('T');
  });
});

describe('a file that is refused', () => {
  const cut = docxOf([paragraph('Hi')]).subarray(0, 900);

  it.each<[string, string | Buffer, string, string]>([
    ['a.md', '', 'empty', '0 bytes'],
    ['a.pdf', Buffer.alloc((20 << 20) + 1), 'too-large', 'at most 20 MiB'],
    ['a.txt', 'words '.repeat(200_001), 'too-large', 'at most 1000000 can be read. Part it'],
    ['a.md', '---\n\n- - -', 'no-text', 'No text was found'],
    ['a.pdf', pdfOf([[]]), 'no-text', 'No text was found'],
    ['a.html', '<script>x</script>', 'no-text', 'No text was found'],
    ['a.docx', cut, 'damaged', "damaged, or isn't a DOCX document"],
    ['a.png', picture.subarray(0, 20), 'damaged', 'The picture is damaged'],
    ['a.xyz', 'Hi', 'wrong-type', 'Files that end in .xyz'],
  ])('%s: %#', async (name, bytes, reason, message) => {
    await expect(read(name, bytes)).rejects.toMatchObject({
      name: 'UnreadableFile',
      reason,
      message: expect.stringContaining(message) as string,
    });
  });

  it("doesn't keep the next from being read", async () => {
    const [bad, good] = await Promise.allSettled([read('a.docx', cut), read('a.csv', 'a,b\n1,2')]);
    expect([bad.status, good.status]).toEqual(['rejected', 'fulfilled']);
  });
});
