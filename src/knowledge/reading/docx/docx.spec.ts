import { describe, expect, it } from 'vitest';
import { bold, docxOf, paragraph, table, WORD } from '../../../../test/support/files/docx.js';
import { readDocx } from './docx.js';
import { textPartsOf } from './unzip.js';

describe('a DOCX', () => {
  it('keeps its headings and tables', async () => {
    const bytes = docxOf([
      paragraph('Returns', 'Puesto'),
      paragraph('What it costs', 'Ttulo2'),
      paragraph('Within 14 days &amp; unused.'),
      table([
        ['Zone', 'Price'],
        ['Madrid', '4,95 €'],
      ]),
    ]);
    expect(await readDocx(bytes, 'a.docx')).toEqual({
      title: 'Returns',
      text: '# Returns\n\n## What it costs\n\nWithin 14 days & unused.\n\n| Zone | Price |\n| --- | --- |\n| Madrid | 4,95 € |',
      format: 'markdown',
    });
  });

  it('has bold lines as headings where it has no others', async () => {
    const body = [bold('Opening hours'), paragraph('9 to 14'), paragraph('Closed on Sunday')];
    expect((await readDocx(docxOf(body), 'a.docx')).text).toBe(
      '## Opening hours\n\n9 to 14\n\nClosed on Sunday',
    );
    const styled = docxOf([paragraph('Shop', 'Ttulo1'), ...body]);
    expect((await readDocx(styled, 'a.docx')).text).toContain('**Opening hours**');
  });

  it('is read without its pictures and whatever else is in it', async () => {
    const further = {
      'word/media/image1.png': new Uint8Array(9),
      'word/vbaProject.bin': new Uint8Array(9),
    };
    const parts = textPartsOf(docxOf([paragraph('Hi')], further)).toString('latin1');
    expect(parts).toContain('word/document.xml');
    expect(parts).not.toMatch(/image1|vbaProject/);
  });
});

/** The same zip, whose large entries declare another size than they have. */
function declaring(size: number, zip: Buffer): Buffer {
  for (let at = 0; (at = zip.indexOf('PK\x01\x02', at + 1)) > 0;)
    if (zip.readUInt32LE(at + 24) > 1 << 20) zip.writeUInt32LE(size, at + 24);
  return zip;
}

describe('a DOCX that is meant to do harm', () => {
  const large = docxOf([paragraph(' '.repeat(4 << 20))]);

  it('is refused before it is unpacked, by the sizes that it declares', () => {
    const before = process.memoryUsage().arrayBuffers;
    expect(() => textPartsOf(declaring(65 << 20, Buffer.from(large)))).toThrow(
      expect.objectContaining({ reason: 'too-large' }),
    );
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(2 << 20);
  });

  it('gets no more memory than it declares', () => {
    expect(textPartsOf(large).length).toBeGreaterThan(4 << 20);
    expect(textPartsOf(declaring(1000, Buffer.from(large))).length).toBeLessThan(10_000);
  });

  it('may have many entries, but not any number', () => {
    const names = Array.from({ length: 5001 }, (_, n) => [`x/${n}`, new Uint8Array()]);
    const many = docxOf([], Object.fromEntries(names) as Record<string, Uint8Array>);
    expect(() => textPartsOf(many)).toThrow(expect.objectContaining({ reason: 'too-large' }));
  });

  it.each([0.2, 0.6, 0.98])('may end after %d of it', (share) => {
    const whole = docxOf([paragraph('Hi')]);
    expect(() => textPartsOf(whole.subarray(0, share * whole.length))).toThrow();
  });

  it('reads no file of the machine', async () => {
    const document = `<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><w:document xmlns:w="${WORD}">
      <w:body>${paragraph('a&f;b')}</w:body></w:document>`;
    const bytes = docxOf([], { 'word/document.xml': Buffer.from(document) });
    const read = await readDocx(bytes, 'a.docx').catch(({ message }: Error) => message);
    expect(JSON.stringify(read)).not.toContain('root:');
  });
});
