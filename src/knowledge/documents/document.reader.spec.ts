import { expect, it } from 'vitest';
import { type ReadFile, Reading, type Unreadable, UnreadableFile } from '../reading/reading.js';
import { DocumentReader, withoutFrontMatter } from './document.reader.js';

/** Reads every file as it is told. */
function reader(read: Partial<ReadFile> | Error): DocumentReader {
  const reading = new Reading();
  reading.read = async () => {
    if (read instanceof Error) throw read;
    return { text: 'x', format: 'markdown', metadata: {}, ...read };
  };
  return new DocumentReader(reading);
}
const file = (name: string) => ({ name, bytes: Buffer.from('x') });

it('names a document by its file, without the path', async () => {
  for (const path of ['a b.md', '/home/x/a b.md', '../a b.md', 'C:\\docs\\a b.md', 'x/ a\n b.md '])
    expect((await reader({}).read({ file: file(path) })).name).toBe('a b.md');
  const source = 'https://example.com';
  const page = await reader({}).read({ file: file(source), name: source, source });
  expect(page).toMatchObject({ name: source, title: source, source });
});

it('takes the title that is given, else what the file says, else its name', async () => {
  const title = async (read: string | undefined, given?: string) =>
    (await reader({ title: read }).read({ file: file('opening.hours.md'), title: given })).title;
  expect(await title('Hours', 'Given')).toBe('Given');
  expect(await title(' Our\n hours\0 ')).toBe('Our hours');
  expect(await title('🥐'.repeat(300))).toBe('🥐'.repeat(200));
  expect(await title(undefined)).toBe('opening.hours');
  expect(await title(' ')).toBe('opening.hours');
});

it('keeps text and metadata, without what a store may refuse', async () => {
  const read = { text: 'a\0b\fc\ud800', metadata: { author: 'Ada' }, format: 'text' } as const;
  expect(await reader(read).read({ file: file('a.pdf') })).toEqual({
    name: 'a.pdf',
    title: 'a',
    text: 'ab\fc\ufffd',
    format: 'text',
    metadata: { author: 'Ada' },
  });
});

it.each<[Unreadable, number]>([
  ['too-large', 413],
  ['wrong-type', 415],
  ['encrypted', 400],
  ['damaged', 400],
  ['no-text', 400],
  ['empty', 400],
  ['too-slow', 400],
])('says why a file cannot be read: %s', async (reason, status) => {
  const message = 'Save it without a password.';
  const refused = reader(new UnreadableFile(reason, message)).read({ file: file('a.pdf') });
  await expect(refused).rejects.toMatchObject({
    status,
    detail: message,
    extra: { errors: [{ field: 'file', message: 'cannot be read: save it without a password.' }] },
  });
});

it.each<[string, Partial<ReadFile>, string, string]>([
  ['a.md', { text: ' \n' }, 'file', 'must not be empty'],
  ['\0', {}, 'file', 'must have a name'],
  [`${'x'.repeat(500)}.md`, {}, 'file', '500 characters'],
  ['.md', {}, 'title', 'must be given'],
])('refuses what can be no document: case %#', async (name, read, field, message) => {
  await expect(reader(read).read({ file: file(name) })).rejects.toMatchObject({
    status: 400,
    extra: { errors: [{ field, message: expect.stringContaining(message) }] },
  });
});

it('keeps a text as it was given, but for its front matter', () => {
  const given = { name: 'a', title: 'A', text: '%PDF \u0001 a  b \r\n', format: 'text' } as const;
  expect(withoutFrontMatter(given)).toEqual({ ...given, metadata: {} });
  const text = '---\nauthor: Ada\n---\nb';
  const parted = { ...given, text: 'b', metadata: { author: 'Ada' } };
  expect(withoutFrontMatter({ ...given, text })).toEqual(parted);
  const empty = { ...given, text: '---\nauthor: Ada\n---\n' };
  expect(() => withoutFrontMatter(empty)).toThrow('text must not be empty');
});

it('refuses a text that is too long', async () => {
  const long = reader({ text: 'x'.repeat(1_000_001) }).read({ file: file('a.md') });
  const detail = expect.stringContaining('part it');
  await expect(long).rejects.toMatchObject({ status: 413, detail });
  const full = reader({ text: '🥐'.repeat(1_000_000) }).read({ file: file('a.md') });
  expect((await full).text).toHaveLength(2_000_000);
});

it('lets other errors pass', async () => {
  const bug = reader(new TypeError('a bug')).read({ file: file('a.md') });
  await expect(bug).rejects.toThrow(TypeError);
});
