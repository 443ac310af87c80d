import { describe, expect, it } from 'vitest';
import { read, readLine } from './read.js';
import { markdownOf } from './source.js';

/** A text as it is read, written as clean Markdown. */
const clean = (markdown: string) => markdownOf(...read(markdown));

describe('read', () => {
  it.each([
    ['3 años\\. soporte\\_tecnico@acme.example\\.', '3 años. soporte_tecnico@acme.example.'],
    ['\\# 5 \\[x\\] 1\\. \\- \\> \\`', '# 5 [x] 1. - > `'],
    ['C:\\Users\\x y 5 \\ 6', 'C:\\Users\\x y 5 \\ 6'],
    ['9:00<br>16:00 &amp; <b>x</b>', '9:00\n16:00 & **x**'],
    ['a<br/>\nb<BR />c', 'a\nb\nc'],
    ['&lt;5 &euro; &#8364; &#x20ac; &copy; &nada; AT&T', '<5 € € € © &nada; AT&T'],
    ['<p>Hola</p><p>Adiós</p>', 'Hola\nAdiós'],
    ['<ul>\n<li>a</li>\n<li>b</li>\n</ul>', '- a\n- b'],
    ['<a href="https://e.example/x">x</a> <a href="/r">y</a>', '[x](https://e.example/x) y'],
    ['10<sup>3</sup> m<sup>2</sup> H<sub>2</sub>O', '10³ m² H2O'],
    ['<table><tr><td>a</td><td>b</td></tr></table>', 'a | b'],
    ['<style>\np { color: red }\n</style>\n\nb', 'b'],
    ['a\n\n<!-- c\n\nd -->\n\nb', 'a\n\nb'],
    ['<!-- c --> b', 'b'],
    ['---\ntitle: X\ntags:\n  - a\n---\n\nHola', 'Hola'],
    ['```markdown\nHola\n\n- **x**\n```', 'Hola\n\n- **x**'],
    ['```md\nHola\n\n```js\nx\n```\n\nfin\n```\n', 'Hola\n\n```js\nx\n```\n\nfin'],
    ['a\n\n---\n\nb\n\n***\n\nc', 'a\n\nb\n\nc'],
    ['a\nb\n---\nc', 'a\nb\nc'],
    ['[x][1]', 'x'],
    ['[x][1]\n\n[1]: https://e.example/a "t"', '[x](https://e.example/a)'],
    ['[x](/rel) [y](b.md) [z](#z)', 'x y z'],
    ['[x [y] z](https://e.example)', 'x [y] z (https://e.example)'],
    ['[x](javascript:alert(1)) [y](file:///etc)', 'x y'],
    ['[Nota]: traed-cita', '[Nota]: traed-cita'],
    ['[//]: # (a comment)', ''],
    ['1. a\n1. b\n1. c', '1. a\n2. b\n3. c'],
    ['3. mayo es fiesta', '3. mayo es fiesta'],
    ['1. a\n   - b\n     1) c\n2. d', '1. a\n   - b\n     1) c\n2. d'],
    ['- [ ] a\n- [x] b', '- [ ] a\n- [x] b'],
    ['- a\nb', '- a\nb'],
    ['    **not code**', '    **not code**'],
    ['> a\n> b\nc', '> a\n> b\nc'],
    ['> [!NOTE]\n> a', '> a'],
    ['a[^1] y [^x]\n\n[^1]: *b*', 'a[1] y [^x]\n\n[1] *b*'],
    ['![foto](/p.png) ![](https://e.example/p.png)', 'foto https://e.example/p.png'],
    ['`\\_ &amp; <b>`', '`\\_ &amp; <b>`'],
    ['**a\nb** c', '**a**\n**b** c'],
  ])('%j is %j', (markdown, text) => {
    expect(clean(markdown)).toBe(text);
  });

  it.each([
    '<tu nombre> y <nombre>@acme.example',
    'if a<b and c>d',
    'a<b>c, List<String>',
    '2*3*4, 2 * 3 * 4, a*b, x**2**y',
    'src/**/*.ts y test/**/b',
    'snake_case_name, _, __, *',
    'array[0](x) y matriz[i][j]',
    '[1] según [la guía]',
    '#5, #hashtag',
    '14. mayo\n15. junio',
    'Hola <3',
    '---\nHorario: 9 a 14\nMás: nada',
    'https://e.example/a_b_c/*d*',
  ])('takes %j for what it is', (text) => {
    expect(clean(text).replace(/^---\n/, '')).toBe(text.replace(/^---\n/, ''));
  });

  it.each([
    ['| a | b |\n|:--|--:|\n| `x|y` | p \\| q |', '| a | b |\n|:--|--:|\n| `x|y` | p | q |'],
    ['| a | b |\n|---|---|\n| 1 |\n| 1 | 2 | 3 |', '| a | b |\n|---|---|\n| 1 |\n| 1 | 2 | 3 |'],
    ['a | b\n-- | --\n9<br>10 | \\*', '| a | b |\n-- | --\n| 9 / 10 | * |'],
  ])('keeps every cell of %j', (markdown, text) => {
    expect(clean(markdown)).toBe(text);
  });

  it('says what it wrote when that is read again', () => {
    const text = clean(
      '# A\n\n- **x** `y`\n  1. z\n\n> q\n\n| a | b |\n|---|---|\n| 1 | [l](https://e.example) |',
    );
    expect(clean(text)).toBe(text);
  });
});

describe('readLine', () => {
  it.each([
    ['Garantía: 3 años\\.', 'Garantía: 3 años.'],
    ['**Precios** &amp; `tarifas`', 'Precios & tarifas'],
    ['2. Horario\\.', '2. Horario.'],
    ['---', '---'],
    ['', ''],
  ])('%j is %j', (markdown, text) => {
    expect(readLine(markdown)).toBe(text);
  });
});

/** The generated texts: pieces of Markdown, with words between them that must all be there again. */
describe('read, on random texts', () => {
  const PIECES =
    '* ** *** _ __ ~~ ~ ` `` ``` [ ![ < > & | |-|-| # ## - + 1. 2) \\ \\* --- === : [^1] [^1]: <b> </b> <br> <li> <p> </p> &amp; https://e.example 字 。 🎉 é \n \n\n \t   >'
      .split(' ')
      .concat([
        '](https://e.example/) ',
        '] ',
        ' (',
        '\n',
        '\n',
        '\n\n',
        '\n    ',
        '\n- ',
        '\n> ',
        '\n1. ',
        '\n| a | b |\n|---|---|\n',
        ' ',
        ' ',
      ]);
  let seed = 20261128;
  const random = (below: number) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };

  it('loses no word', () => {
    for (let run = 0; run < 3000; run++) {
      const words: string[] = [];
      let text = '';
      for (let n = random(30); n >= 0; n--) {
        if (random(3)) text += PIECES[random(PIECES.length)];
        else text += words[words.push(`w${words.length}w`) - 1];
      }
      const said = clean(text);
      for (const word of words) expect(said, JSON.stringify(text)).toContain(word);
    }
  });
});
