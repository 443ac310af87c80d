import { describe, expect, it } from 'vitest';
import { format } from './formatter.js';

describe('format', () => {
  it.each([
    ['**bold**', '*bold*'],
    ['__bold__', '*bold*'],
    ['a **b c** d', 'a *b c* d'],
    ['*italic*', '_italic_'],
    ['_italic_', '_italic_'],
    ['***both***', '*_both_*'],
    ['**bold with *italic* inside**', '*bold with _italic_ inside*'],
    ['*italic with **bold** inside*', '_italic with *bold* inside_'],
    ['~~gone~~', '~gone~'],
    ['**¿Precio?** 3 €', '*¿Precio?* 3 €'],
    ['**Precio:** 3 €', '*Precio:* 3 €'],
    ['(**hola**), **adiós**.', '(*hola*), *adiós*.'],
    ['[shop](https://example.com/a)', 'shop (https://example.com/a)'],
    ['[shop](https://example.com/a "title")', 'shop (https://example.com/a)'],
    ['[w](https://example.com/a_(b)_c)', 'w (https://example.com/a_(b)_c)'],
    ['[https://example.com](https://example.com)', 'https://example.com'],
    ['![photo](https://example.com/p.png)', 'photo (https://example.com/p.png)'],
    ['**[shop](https://example.com)**', '*shop (https://example.com)*'],
    ['<https://example.com>', 'https://example.com'],
    ['# Title', '*Title*'],
    ['### Title ###', '*Title*'],
    ['## **Title** and *more*', '*Title and _more_*'],
    ['* item **one**\n* item *two*', '* item *one*\n* item _two_'],
    ['- item\n1. first', '- item\n1. first'],
    ['> quote **b**', '> quote *b*'],
    ['5 < 6 > 4 <b>html</b>', '5 < 6 > 4 *html*'],
    ['\\*escaped\\*', '*escaped*'],
  ])('%j becomes %j', (markdown, whatsapp) => {
    expect(format(markdown)).toBe(whatsapp);
  });

  it('makes lines of a table', () => {
    const table =
      'Prices:\n| Item | **Price** |\n|:-----|------:|\n| Tea | 3 € |\n| Cake | 4 € |\n\nEnd';
    expect(format(table)).toBe('Prices:\nItem | *Price*\nTea | 3 €\nCake | 4 €\n\nEnd');
  });

  it.each([
    'a `**b**` c',
    '``a ` **b**`` c',
    '```\n**b** # c\n# d\n```',
    '```js\nlet a = **b**;\n```',
    '~~~\n**b**\n~~~',
    '```\n**never closed**',
    '```**b**``` in one line',
  ])('leaves the code in %j alone', (text) => {
    expect(format(text)).toBe(text);
  });

  it('goes on after a fence', () => {
    expect(format('```\n**a**\n```\n**b**')).toBe('```\n**a**\n```\n*b*');
  });

  it.each([
    'Hola, ¿a qué hora abren?',
    '2 * 3 * 4 = 24, 2*3*4',
    '2**3**4',
    'a ** b ** c',
    '** not bold **',
    '* not italic *',
    '**open\nclosed**',
    'snake_case_name and __dunder',
    '#1 in town, #hashtag',
    '#',
    '####',
    'a|b|c',
    'a | b\nc | d',
    'https://example.com/*a*/__b__?c=**d**',
    '[not](a link) [nor this]',
    'array[0](x)',
    '5 < 6 > 4',
    ' leading and trailing  \n\n\n\ttabs\t ',
    '¯\\_(ツ)_/¯',
    '~ 5 minutes ~',
    '👩‍👩‍👧‍👦 ~*',
    '----\n====\n***',
    '',
  ])('leaves %j untouched', (text) => {
    expect(format(text)).toBe(text);
  });

  it('stays quick on a hostile text', () => {
    const started = performance.now();
    for (const mark of [
      '*',
      '**a ',
      '_',
      '__a ',
      '[',
      '[a](',
      '`',
      '~~a ',
      '|',
      '| -',
      '<http',
      '***a',
    ]) {
      format(mark.repeat(16_000 / mark.length));
    }
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
