import { describe, expect, it } from 'vitest';
import { firstHeading, readText } from './markdown.js';

const readMarkdown = (text: string) =>
  readText({ name: 'a.md', bytes: Buffer.from(text) }, 'markdown');

describe('front matter', () => {
  const read = (yaml: string) => readMarkdown(`---\n${yaml}\n---\n# Heading\n\nText`);

  it('is metadata and the title, never text', () => {
    expect(read('title: Prices of 2026\ntags: [cakes, bread]\nversion: 1.10\nopen: no')).toEqual({
      title: 'Prices of 2026',
      text: '# Heading\n\nText',
      format: 'markdown',
      metadata: { title: 'Prices of 2026', tags: 'cakes, bread', version: '1.10', open: 'no' },
    });
  });

  it('may be nested, quoted or over several lines', () => {
    const { metadata } = read('owner:\n  name: Bakery\nabout: >\n  Two\n  lines\nnothing:');
    expect(metadata).toEqual({ owner: '{"name":"Bakery"}', about: 'Two lines', nothing: '' });
  });

  it('may be written as people write it', () => {
    const { title, metadata } = read('title: Hours: Monday\nnote: "it\'s"\nnext');
    expect([title, metadata]).toEqual(['next', {}]);
    expect(read('title: Hours: Monday\nnote: "open"').metadata).toEqual({
      title: 'Hours: Monday',
      note: 'open',
    });
  });

  it('is a text between two rules where it names nothing', () => {
    const text = '---\nWe are closed in August.\n---\nMore';
    expect(readMarkdown(text).text).toBe(text);
    expect(readMarkdown('---\n\n---\nMore').text).toBe('More');
    expect(readMarkdown('----\ntitle: x\n---\n').text).toBe('----\ntitle: x\n---\n');
    expect(readMarkdown('---\ntitle: x\nnever closed').text).toContain('title: x');
  });

  it("doesn't grow where it refers to itself", () => {
    const bomb = ['a: &a [x,x,x,x,x,x,x,x,x]', ...'bcdefghi'].map((name, n) =>
      n ? `${name}: &${name} [${`*${'abcdefghi'[n - 1]},`.repeat(9)}]` : name,
    );
    expect(JSON.stringify(read(bomb.join('\n')).metadata).length).toBeLessThan(2000);
  });

  it('is read of a plain text as well', () => {
    const bytes = Buffer.from('---\ntitle: Hours\n---\n# not a heading');
    expect(readText({ name: 'a.txt', bytes }, 'text')).toEqual({
      title: 'Hours',
      text: '# not a heading',
      format: 'text',
      metadata: { title: 'Hours' },
    });
  });
});

it.each([
  '---\n'.repeat(5000),
  `---\na: ${'['.repeat(7900)}\n---\n`,
  `---\n${'? '.repeat(3900)}\n---\n`,
  `---\n${'a:\n '.repeat(1900)}\n---\n`,
  `# ${' #'.repeat(30_000)}x`,
  `${'='.repeat(60_000)}x`,
  `# ${'*a '.repeat(20_000)}`,
])('what is meant to take long takes a moment: %#', (text) => {
  const start = performance.now();
  readMarkdown(text);
  expect(performance.now() - start).toBeLessThan(2000);
});

describe('the first heading', () => {
  it.each([
    ['Text\n\n## The **menu** #\n# More', 'The menu'],
    ['```\n# a comment\n```\n# Real', 'Real'],
    ['Menu\n====', 'Menu'],
    ['#hashtag\n\n# Title', 'Title'],
    ['- a\n---\n# Title', 'Title'],
    ['| a |\n|---|\n', undefined],
    ['#\n\nText', undefined],
    ['~~~\n# a\n```\n# b', undefined],
  ])('of %j is %j', (text, heading) => expect(firstHeading(text)).toBe(heading));
});
