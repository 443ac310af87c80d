import { describe, expect, it } from 'vitest';
import { extensionOf, safeName } from './file-name.js';

describe('the name of a file', () => {
  it.each([
    ['prices.pdf', 'prices.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\Owner\\carta.docx', 'carta.docx'],
    ['menu/lunch.md', 'lunch.md'],
    ['men\u0075\u0301.md', 'menú.md'],
    ['a\u0000\nb\u202Efdp.exe', 'abfdp.exe'],
    ['  spaced.txt ', 'spaced.txt'],
    ['\uD800.txt', '\uFFFD.txt'],
  ])('of %j is %j', (given, name) => expect(safeName(given)).toBe(name));

  it.each(['', '/', '..', 'folder/', 'C:\\', '\u0000', ' . '])(
    'is asked for where it is %j',
    (given) => expect(() => safeName(given)).toThrow('The file has no name'),
  );

  it('keeps its extension where it is cut', () => {
    expect(safeName(`${'á'.repeat(500)}.pdf`)).toBe(`${'á'.repeat(196)}.pdf`);
    expect(safeName('😀'.repeat(150))).toHaveLength(200);
    expect(safeName(`a${'😀'.repeat(150)}`)).toBe(`a${'😀'.repeat(99)}`);
  });

  it.each([
    ['Prices.PDF', 'pdf'],
    ['archive.tar.gz', 'gz'],
    ['README', ''],
    ['.env', ''],
    ['https://shop.example/prices.html?from=a.pdf', 'html'],
    ['https://shop.example/', ''],
  ])('%j ends in %j', (name, extension) => expect(extensionOf(name)).toBe(extension));
});
