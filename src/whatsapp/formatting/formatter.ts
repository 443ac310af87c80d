import { cellsOf, type Dialect, layout } from '../../markdown/layout.js';
import { plainText } from '../../markdown/model.js';
import { read } from '../../markdown/read.js';
import { inlineForWhatsApp } from './inline-formatter.js';

/** WhatsApp knows lists, quotes and code; it has no headings and no tables. */
const WHATSAPP: Dialect = {
  inline: inlineForWhatsApp,
  heading: ({ content }) =>
    inlineForWhatsApp([{ kind: 'strong', children: content, mark: '' }]).trim(),
  table: ({ head, rows }) =>
    [head, ...rows]
      .filter((row) => row.some((cell) => plainText(cell).trim()))
      .map((row) => cellsOf(row, WHATSAPP).join(' | ')),
  box: (done) => (done ? '☑ ' : '☐ '),
};

/**
 * Markdown, as models write it, into WhatsApp's formatting (TWILIO.md, section 8): `*bold*`,
 * `_italic_`, `~strike~`; no headings, links or tables. Code stays as it is, and so does every
 * text without Markdown.
 */
export function format(markdown: string): string {
  return isDrawing(markdown) ? markdown : layout(read(markdown), WHATSAPP);
}

/** Lines of signs alone say nothing in Markdown: somebody drew them. */
function isDrawing(text: string): boolean {
  return text.trim().includes('\n') && !/[\p{L}\p{N}]/u.test(text);
}
