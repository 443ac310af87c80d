import { describe, expect, it } from 'vitest';
import { chunk } from './chunker.js';

const words = (count: number, word = 'pan') => Array.from({ length: count }, () => word).join(' ');

describe('chunk', () => {
  it('keeps the path of headings with each passage', () => {
    const text = '# Shop\nWelcome.\n\n## Opening hours\n### Sunday\n9 to 14\n## Contact\nWrite.';
    expect(chunk(text, 'markdown')).toEqual([
      { headings: ['Shop'], text: 'Welcome.' },
      { headings: ['Shop', 'Opening hours', 'Sunday'], text: '9 to 14' },
      { headings: ['Shop', 'Contact'], text: 'Write.' },
    ]);
  });

  it('knows underlined headings, and Windows line ends', () => {
    expect(chunk('Prices\r\n======\r\n\r\nBread: 2 €\r\n', 'markdown')).toEqual([
      { headings: ['Prices'], text: 'Bread: 2 €' },
    ]);
  });

  it('joins short paragraphs and parts long texts at about 900 characters', () => {
    const text = Array.from({ length: 8 }, (_, i) => `${i}. ${words(60)}.`).join('\n\n');
    const chunks = chunk(text, 'text');
    expect(chunks.length).toBeGreaterThan(1);
    for (const { text } of chunks) expect(text.length).toBeLessThanOrEqual(900);
    expect(chunks.map((c) => c.text).join('\n\n')).toBe(text);
  });

  it('keeps a table whole with the line that introduces it', () => {
    const rows = Array.from({ length: 25 }, (_, i) => `| Loaf number ${i} | ${i},95 € | today |`);
    const table = ['| Loaf | Price | When |', '| --- | --- | --- |', ...rows].join('\n');
    const [first] = chunk(`${words(100)}\n\nOur loaves:\n\n${table}`, 'markdown').slice(-1);
    expect(first.text).toBe(`Our loaves:\n\n${table}`);
  });

  it('drops what only aligns a table', () => {
    const aligned = '| Loaf       | Price  |\n| ---------- | ------ |\n| Spelt loaf | 4,95 € |';
    expect(chunk(aligned, 'markdown')[0].text).toBe(
      '| Loaf | Price |\n| --- | --- |\n| Spelt loaf | 4,95 € |',
    );
  });

  it('shows nobody what only a parser reads', () => {
    const text = [
      '---\ntitle: X\n---\n# Garantía: 3 años\\. &amp; más',
      'soporte\\_tecnico@acme.example\\.<br>9:00 <!-- nota -->',
      '<!-- una\n\nnota -->',
      '| A\\. | B |\n|---|---|\n| 1\\.5 | 9:00<br>16:00 |',
      '---\n\n[x][1] [y](/y)\n\n[1]: https://e.example',
    ].join('\n\n');
    const [{ headings, text: passage }, ...more] = chunk(text, 'markdown');
    expect(more).toEqual([]);
    expect(headings).toEqual(['Garantía: 3 años. & más']);
    expect(passage).toBe(
      'soporte_tecnico@acme.example.\n9:00\n\n' +
        '| A. | B |\n|---|---|\n| 1.5 | 9:00 / 16:00 |\n\n[x](https://e.example) y',
    );
  });

  it('leaves plain text as it is', () => {
    expect(chunk('3 años\\. *a* <b>', 'text')).toEqual([
      { headings: [], text: '3 años\\. *a* <b>' },
    ]);
  });

  it('repeats the head of a table that is too long', () => {
    const rows = Array.from({ length: 90 }, (_, i) => `| Loaf number ${i} | ${i},95 € |`);
    const chunks = chunk(['| Loaf | Price |', '|---|---|', ...rows].join('\n'), 'markdown');
    expect(chunks.length).toBeGreaterThan(2);
    for (const { text } of chunks)
      expect(text).toMatch(/^\| Loaf \| Price \|\n\|---\|---\|\n\| Loaf/);
  });

  it('parts a long list between items, each with its indented lines', () => {
    const items = Array.from({ length: 40 }, (_, i) => `- Item ${i}\n  ${words(8)}`);
    const chunks = chunk(items.join('\n'), 'markdown');
    expect(chunks.length).toBeGreaterThan(1);
    for (const { text } of chunks) expect(text).toMatch(/^- Item \d+\n/);
  });

  it('reads a # in code as code', () => {
    expect(chunk('```\n# not a heading\n```', 'markdown')[0].headings).toEqual([]);
  });

  it('loses no word of a text without any ends', () => {
    const text = 'ñandú🥐'.repeat(600);
    const chunks = chunk(text, 'text');
    expect(chunks.map((c) => c.text).join('')).toBe(text);
    for (const { text } of chunks) expect(text).not.toMatch(/^[\udc00-\udfff]|[\ud800-\udbff]$/);
  });

  it('reads a million characters in under two seconds', () => {
    const started = performance.now();
    const chunks = chunk('palabra '.repeat(125_000), 'markdown');
    expect(chunks.length).toBeGreaterThan(1000);
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it('gives nothing for a text without content', () => {
    expect(chunk(' \n\n# Only a heading\n', 'markdown')).toEqual([]);
  });
});
