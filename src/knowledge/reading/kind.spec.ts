import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { docxOf, paragraph } from '../../../test/support/files/docx.js';
import { kindOf } from './kind.js';

const PDF = '%PDF-1.4 …';
const PNG = '\x89PNG\r\n\x1a\n';
const PAGE = '<!-- saved -->\n<!DOCTYPE html><title>Not found</title>';
const OLE = '\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1';

const zip = (...names: string[]) =>
  Buffer.from(zipSync(Object.fromEntries(names.map((name) => [name, strToU8('x')])))).toString(
    'latin1',
  );
const docx = docxOf([paragraph('x')]).toString('latin1');
const wide = (text: string) => Buffer.from(text, 'utf16le').toString('latin1');

function kind(name: string, bytes: string, contentType?: string): string {
  return kindOf({ name, bytes: Buffer.from(bytes, 'latin1'), contentType });
}

describe('the kind of a file', () => {
  it.each([
    ['a.md', '# Hi', 'markdown'],
    ['a.txt', 'Hi', 'text'],
    ['README', 'Hi', 'text'],
    ['a.HTM', '<p>Hi', 'html'],
    ['a.tsv', 'a\tb', 'csv'],
    ['a.pdf', PDF, 'pdf'],
    ['a.pdf', `\r\n\r\n${PDF}`, 'pdf'],
    ['a.docx', docx, 'docx'],
    ['a.jpeg', '\xFF\xD8\xFF\xE0', 'image'],
    ['a.txt', '\xFF\xFEh\0i\0', 'text'],
    ['a.md', 'What `%PDF-1.4` means', 'markdown'],
  ])('of %j is told', (name, bytes, expected) => expect(kind(name, bytes)).toBe(expected));

  it.each([
    ['a.docx', PDF, 'pdf'],
    ['a.pdf', docx, 'docx'],
    ['photo.pdf', PNG, 'image'],
    ['photo.md', PNG, 'image'],
    ['a.txt', PAGE, 'html'],
    ['a', PAGE, 'html'],
  ])('is what the bytes say where %j says something else', (name, bytes, expected) =>
    expect(kind(name, bytes)).toBe(expected),
  );

  it('is what the content type says where the name says nothing, or is an address', () => {
    expect(kind('menu', 'a,b', 'text/csv; charset=utf-8')).toBe('csv');
    expect(kind('https://shop.example/prices.md', '# Hi', 'text/plain')).toBe('text');
    expect(kind('https://shop.example/prices.php', '<p>Hi', 'text/html')).toBe('html');
    expect(kind('a.md', '# Hi', 'application/octet-stream')).toBe('markdown');
    expect(kind('notes', 'Hi', 'application/octet-stream')).toBe('text');
    expect(() => kind('https://shop.example/api', '{}', 'application/json')).toThrow(
      "application/json isn't read",
    );
  });

  it.each([
    ['a.pdf', 'Not found', 'named as a PDF, but holds text'],
    ['a.docx', PAGE, 'named as a DOCX document, but holds an HTML page'],
    ['a.png', 'Hi', 'named as an image, but holds text'],
    ['a.pdf', 'x\0\x01', "named as a PDF, but doesn't begin like one"],
    ['a.txt', 'x\0\x01', "named as text, but doesn't begin like one"],
    ['a', 'x\0\x01', 'The file holds no text'],
    ['a.json', '{}', 'Files that end in .json'],
    ['a.doc', OLE, 'an old Office file'],
    ['a.xls', OLE + wide('Workbook'), 'an old Excel workbook'],
    ['a.ppt', OLE + wide('PowerPoint'), 'an old presentation'],
    ['a.xlsx', zip('xl/workbook.xml'), 'an Excel workbook'],
    ['a.pptx', zip('ppt/presentation.xml'), 'a presentation'],
    ['a.zip', zip('menu.md'), 'a zip archive'],
    ['a.docx', zip('menu.md'), 'a zip archive'],
    ['a.rtf', '{\\rtf1', 'an RTF document'],
    ['a.exe', 'MZ\x90\0', 'a program'],
    ['a.pdf', 'MZ\x90\0', 'a program'],
    ['a.heic', '\0\0\0\x20ftypheic', 'a HEIC photo'],
    ['a.mp4', '\0\0\0\x20ftypisom', 'a sound or film'],
    ['a.mp3', 'ID3\x03', 'a sound or film'],
    ['a.gz', '\x1F\x8B\x08', 'an archive'],
  ])('is refused where %j has %j', (name, bytes, message) => {
    expect(() => kind(name, bytes)).toThrow(
      expect.objectContaining({
        reason: 'wrong-type',
        message: expect.stringContaining(message) as string,
      }),
    );
  });

  it('knows what Office has encrypted', () => {
    expect(() => kind('a.docx', OLE + wide('EncryptedPackage'))).toThrow(
      expect.objectContaining({ reason: 'encrypted' }),
    );
  });
});
