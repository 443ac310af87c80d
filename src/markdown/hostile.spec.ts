import { describe, expect, it } from 'vitest';
import { read } from './read.js';
import { markdownOf } from './source.js';

const clean = (markdown: string) => markdownOf(...read(markdown));

describe('read, on a hostile text', () => {
  const SIGNS = [
    '*',
    '**a ',
    '*a',
    'a*',
    '_',
    'a_',
    '__a ',
    '**a* ',
    '[',
    '[a](',
    '![',
    '[a][b]',
    '`',
    '`a``b',
    '~~a ',
    '|',
    '| -',
    '<',
    '<a ',
    '<b>',
    '<!--',
    '<?',
    '&',
    '>',
    '> ',
    '> a\nb\n',
    '1. ',
    '- a\n',
    '#',
    '\\[',
    '\\',
    '\n=',
    '***a',
    '[a]: x\n',
    '[^a]: x\n',
    'a@',
    'www.',
    '```\n',
    '| a | b |\n|-|-|\n',
  ];
  /** Milliseconds of this thread on a processor: others who work meanwhile don't count. */
  const time = (text: string) => {
    const started = process.threadCpuUsage();
    clean(text);
    const { user, system } = process.threadCpuUsage(started);
    return (user + system) / 1000;
  };

  it.each(SIGNS)('reads %j again and again in a time that grows with the length', (sign) => {
    time(sign.repeat(1000));
    const short = Math.min(...[0, 1, 2].map(() => time(sign.repeat(16_000 / sign.length))));
    const long = Math.min(...[0, 1].map(() => time(sign.repeat(64_000 / sign.length))));
    // Four times the length. The square of it would be sixteen times the time.
    expect(long).toBeLessThan(10 * short + 400);
  });

  it('reads what is nested deeper than anyone writes', () => {
    expect(clean('>'.repeat(16_000))).not.toBe('');
    expect(clean('1. '.repeat(5000) + 'x')).toContain('x');
    expect(clean('*a **b '.repeat(1000) + 'b** a*'.repeat(1000))).toContain('a');
    expect(clean(`${'<b>'.repeat(4000)}x${'</b>'.repeat(4000)}`)).toContain('x');
  });
});
