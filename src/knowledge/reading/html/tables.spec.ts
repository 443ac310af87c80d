import { expect, it } from 'vitest';
import { readHtml } from './html.js';

const linesOf = (html: string) => readHtml(html, 'page.html').text.split('\n');

it('keeps a table, its caption above it', () => {
  const html = `<table><caption>Our cakes</caption><thead><tr><th>Cake<th>Price</thead>
    <tbody><tr><td>Carrot | nuts<td>3 €<tr><td>Plum</table>`;
  expect(linesOf(html)).toEqual([
    'Our cakes',
    '',
    '| Cake | Price |',
    '| --- | --- |',
    '| Carrot \\| nuts | 3 € |',
    '| Plum |  |',
  ]);
});

it('makes one line of what a cell holds', () => {
  const html = `<table><tr><td>Cake<td>Price</tr>
    <tr><td><p>Carrot</p><p>with nuts.</p>New<td>small<br>big<ul><li>3 €<li><b>5 €</b></ul></table>`;
  expect(linesOf(html)[2]).toBe('| Carrot, with nuts. New | small, big, 3 €, **5 €** |');
});

it('writes a cell that spans rows into each of them', () => {
  const html = `<table><tr><th>Cake<th colspan=2>Price</tr>
    <tr><td rowspan=2>Carrot<td>small<td>3</tr><tr><td>big<td>20</tr>
    <tr><td colspan=2>Plum<td>4</tr></table>`;
  expect(linesOf(html)).toEqual([
    '| Cake | Price | Price |',
    '| --- | --- | --- |',
    '| Carrot | small | 3 |',
    '| Carrot | big | 20 |',
    '| Plum |  | 4 |',
  ]);
});

it('bounds the spans that a page claims', () => {
  const lines = linesOf(
    '<table><tr><td colspan=99999 rowspan=99999>a<td>b</tr><tr><td>c</tr></table>',
  );
  expect(lines).toHaveLength(3);
  expect(lines[0].length).toBeLessThan(400);
});

it('takes apart what is no table', () => {
  const inner = '<table><tr><td>Cake<td>Price<tr><td>Plum<td>4</table>';
  const table = '| Cake | Price |\n| --- | --- |\n| Plum | 4 |';
  const page = (html: string) => linesOf(html).join('\n');
  expect(page(`<table><tr><td>Left<td>${inner}</table>`)).toBe(`Left\n\n${table}`);
  expect(page('<table><tr><td><h2>Hours</h2>9 to 14<td>Side</table>')).toBe(
    '## Hours\n\n9 to 14\n\nSide',
  );
  expect(page('<table role=presentation><tr><td>a<td>b<tr><td>c<td>d</table>')).toBe(
    'a\n\nb\n\nc\n\nd',
  );
  expect(page('<table><tr><td>a<tr><td>b</table>')).toBe('a\n\nb');
});
