import Turndown from 'turndown';
import { asMarkdown } from '../layout/escape.js';
import { firstHeading } from '../markdown.js';
import type { Found } from '../read-file.js';
import { all, append, type Element, type Page } from './dom.js';
import { pageOf } from './page.js';
import { cellsOf, settleTables } from './tables.js';

/** Reads a page of HTML: its main content as Markdown. `name` may be its address. */
export function readHtml(html: string, name: string): Found {
  const page = pageOf(html, name);
  settleTables(page);
  settleQuestions(page);
  const text = converter().turndown(page.body as never);
  return {
    title: firstHeading(text) ?? (page.title.trim() || undefined),
    text,
    format: 'markdown',
  };
}

/** What opens on a click is a section with its question as the heading. */
function settleQuestions(page: Page): void {
  for (const summary of all(page.body, 'details > summary')) {
    const holdsHeading = summary.querySelector('h1, h2, h3, h4, h5, h6');
    const heading = page.createElement(holdsHeading ? 'div' : 'h3');
    append(heading, summary.childNodes);
    summary.replaceWith(heading);
  }
}

function converter(): Turndown {
  const turndown = new Turndown({
    headingStyle: 'atx',
    bulletListMarker: '-',
    codeBlockStyle: 'fenced',
    emDelimiter: '*',
    hr: '---',
  });
  // A paragraph that begins with a number is no list.
  turndown.escape = (text) => asMarkdown(text).replace(/^(\d+)([.)] )/, '$1\\$2');
  turndown.addRule('heading', {
    filter: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
    replacement: (content, { nodeName }) =>
      content.trim() && `\n\n${'#'.repeat(Number(nodeName[1]))} ${inLine(content)}\n\n`,
  });
  turndown.addRule('item', {
    filter: 'li',
    replacement: (content, node) => itemOf(content, node as unknown as Element),
  });
  // A picture is only what it says of itself: its address means nothing on a phone.
  turndown.addRule('picture', {
    filter: 'img',
    replacement: (_, node) => turndown.escape(node.getAttribute('alt')?.trim() ?? ''),
  });
  turndown.addRule('struck', {
    filter: ['del', 's', 'strike' as never],
    replacement: (content) => content.trim() && `~~${content.trim()}~~`,
  });
  turndown.addRule('term', {
    filter: 'dt',
    replacement: (content) => content.trim() && `\n\n**${inLine(content)}**\n\n`,
  });
  turndown.addRule('preformatted', {
    filter: (node) => node.nodeName === 'PRE',
    replacement: (_, { textContent }) =>
      textContent?.trim() ? `\n\n\`\`\`\n${textContent.replace(/^\n|\n$/g, '')}\n\`\`\`\n\n` : '',
  });
  addTables(turndown);
  return turndown;
}

function itemOf(content: string, node: Element): string {
  const list = node.parentNode;
  const mark = list?.nodeName === 'OL' ? `${numberOf(node, list)}. ` : '- ';
  const body = content.trim().replaceAll('\n', `\n${' '.repeat(mark.length)}`);
  return body && `${mark}${body.replace(/\n +(?=\n|$)/g, '\n')}\n`;
}

function numberOf(item: Element, list: Element): number {
  const first = Number.parseInt(list.getAttribute('start') ?? '1', 10) || 1;
  const items = Array.from(list.childNodes).filter(({ nodeName }) => nodeName === 'LI');
  return first + items.indexOf(item);
}

/** Markdown has one line for a row, and its first row is the head. */
function addTables(turndown: Turndown): void {
  turndown.addRule('cell', {
    filter: ['td', 'th'],
    replacement: (content) => `| ${cellOf(content)} `,
  });
  turndown.addRule('row', { filter: 'tr', replacement: (content) => content && `${content}|\n` });
  turndown.addRule('group', {
    filter: ['thead', 'tbody', 'tfoot'],
    replacement: (content) => content,
  });
  turndown.addRule('table', {
    filter: 'table',
    replacement: (content, node) => tableOf(content, node as unknown as Element),
  });
}

function tableOf(content: string, node: Element): string {
  const width = Math.max(...all(node, 'tr').map((row) => cellsOf(row).length));
  const lines = content.split('\n').filter((line) => line.startsWith('|'));
  const full = lines.map((line) => {
    const missing = width - (line.match(/(?<!\\)\|/g)!.length - 1);
    return line + '  |'.repeat(Math.max(missing, 0));
  });
  return `\n\n${[full[0], '| --- '.repeat(width) + '|', ...full.slice(1)].join('\n')}\n\n`;
}

/** The lines of a cell become one; where one ended without a sign, a comma parts them. */
function cellOf(content: string): string {
  const lines = content
    .split('\n')
    .map((line) => line.trim().replace(/^(-|\d+\.)\s+/, ''))
    .filter(Boolean);
  return lines
    .reduce((all, line) => (all ? all + (/[.,:;!?]$/.test(all) ? ' ' : ', ') + line : line), '')
    .replace(/(?<!\\)\|/g, '\\|');
}

function inLine(content: string): string {
  return content.replace(/\s+/g, ' ').trim();
}
