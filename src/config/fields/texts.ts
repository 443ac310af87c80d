import { type Pattern, WORD } from '../../env/rules.js';

/** A text may have line breaks and tabs, but no other control characters. */
export const TEXT: Pattern = {
  pattern: /^(?=[^]*\S)[\P{Cc}\n\r\t]*$/u,
  message: 'must have something to read',
};
/** A name is one word. */
export const NAME: Pattern = { pattern: WORD, message: 'must have no spaces' };
