import { describe, expect, it } from 'vitest';
import { format } from './formatter.js';
import { formattingSpans } from './formatting-spans.js';

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

  it.each([
    // A mark that touches a letter or digit outside is none: a hair space parts them.
    ['**5**kg', '*5*\u200akg'],
    ['**Precio:**3 €', '*Precio:*\u200a3 €'],
    ['这是**重点**内容', '这是\u200a*重点*\u200a内容'],
    ['**중요**합니다', '*중요*\u200a합니다'],
    // In a word or a number it would make two of one.
    ['im**port**ante', 'importante'],
    ['***x***', '*_x_*'],
    ['___x___', '*_x_*'],
    ['_**x**_', '*_x_*'],
    ['**a*b**', 'a*b'],
    ['**a**_b_', '*a*\u200a_b_'],
    ['🎉**hola**🎉 **مرحبا** بك', '🎉*hola*🎉 *مرحبا* بك'],
  ])('%j becomes what WhatsApp shows: %j', (markdown, whatsapp) => {
    expect(format(markdown)).toBe(whatsapp);
  });

  it.each([
    ['3 años\\. soporte\\_tecnico@acme.example\\.', '3 años. soporte_tecnico@acme.example.'],
    ['9:00<br>16:00 &amp; <b>x</b>', '9:00\n16:00 & *x*'],
    ['```markdown\n# Hola\n\n**x**\n```', '*Hola*\n\n*x*'],
    ['Así:\n\n```markdown\n# x\n```', 'Así:\n\n```markdown\n# x\n```'],
    ['a\n\n---\n\nb', 'a\n\nb'],
    ['---', ''],
    ['Título\n===\n\ntexto', '*Título*\n\ntexto'],
    ['[x][1] [y](/rel)', 'x y'],
    ['[x][1]\n\n[1]: https://e.example/a', 'x (https://e.example/a)'],
    ['[x [y] z](https://e.example)', 'x [y] z (https://e.example)'],
    ['[Llama](tel:+12025550123)', 'Llama (+12025550123)'],
    ['---\ntitle: X\n---\n\nHola', 'Hola'],
    ['Hola\n\n<!-- nota\n\ninterna -->\n\nadiós', 'Hola\n\nadiós'],
    ['- [ ] a\n- [x] b', '- ☐ a\n- ☑ b'],
    ['1. a\n   - **b**\n2. c', '1. a\n   - *b*\n2. c'],
    [
      '| a | b |\n|---|---|\n| 1\\. | `x|y` |\n| 9<br>10 | z | más |',
      'a | b\n1. | `x|y`\n9 / 10 | z | más',
    ],
  ])('nothing raw is left of %j', (markdown, whatsapp) => {
    expect(format(markdown)).toBe(whatsapp);
  });

  it.each([
    'Vale 5*2 y 3*4, a*b*c',
    'src/**/*.ts y test/**/b',
    '<tu nombre>, if a<b and c>d',
    '14. mayo\n15. junio',
    '• uno\n• dos',
    '1. Calle Mayor\nMadrid',
  ])('%j is no Markdown', (text) => {
    expect(format(text)).toBe(text);
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

describe('format, on random lines', () => {
  const PIECES =
    '* ** *** _ __ ___ ~~ <b> </b> <i> </i> <s> </s> a 5 word 重点 。 : ( ) , 🎉 é [x](https://e.example) `c`'
      .split(' ')
      .concat([' ', ' ', ' ']);
  let seed = 20261129;
  const random = (below: number) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  const letters = (text: string) => text.replace(/<\/?[bis]>|[^\p{L}\p{N}]/gu, '');

  it('keeps each letter and digit, and their order', () => {
    for (let run = 0; run < 5000; run++) {
      const line = Array.from({ length: 1 + random(12) }, () => PIECES[random(PIECES.length)]);
      const text = `w${line.join('')}`;
      expect(letters(format(text)), JSON.stringify(text)).toBe(letters(text));
    }
  });

  it('sends what WhatsApp shows in the style that was meant', () => {
    const SIDES = ['', ' ', 'a', '5', '重', '。', ',', '(', '🎉'];
    const MARKS = ['**', '__', '***', '___', '*', '_', '~~'];
    for (const mark of MARKS)
      for (const inner of ['x', '5', '重点', 'x y', '(x)', 'x:', '重。', 'é'])
        for (const left of SIDES)
          for (const right of SIDES) {
            const text = `${left}${mark}${inner}${mark}${right}`;
            const sent = format(text);
            const shown = formattingSpans(sent).length > 0;
            // Underscores in a word are no marks; nor are stars that multiply.
            const isLiteral = sent === text && (/_/.test(mark) || /[\d\p{L}]/u.test(left));
            if (!shown && !isLiteral) expect(sent, text).not.toMatch(/[*_~]{2}/);
            if (shown) expect(sent, text).not.toMatch(/\*\*|__|~~/);
          }
  });
});
