import type { Token, Tokens } from 'marked';
import { inlineOf, outside } from './inline.js';
import { tokensOf } from './lexer.js';
import { type Block, type ListItem, plainText } from './model.js';
import { markdownOf } from './source.js';
import { unwrapped } from './wrapping.js';

/**
 * Reads a Markdown text: CommonMark with GitHub's tables, task lists, strikethrough and footnotes.
 * Comments, front matter, HTML's tags and definitions that are used are gone; escapes and entities
 * are what they stand for. What is no Markdown is text, as it was written. Takes time in
 * proportion to the text's length, also where that is meant to do harm.
 */
export function read(markdown: string): Block[] {
  const { tokens, used } = tokensOf(unwrapped(markdown.replace(/\r\n?/g, '\n')));
  return blocksOf(tokens, used);
}

/** The text of one line of Markdown, such as a title; of a list or the like with its signs. */
export function readLine(markdown: string): string {
  const line = read(markdown)
    .map((block) => ('content' in block ? plainText(block.content) : markdownOf(block)))
    .join(' ');
  return line.replace(/\s+/g, ' ').trim() || markdown;
}

function blocksOf(tokens: Token[], used: Set<string>): Block[] {
  const blocks: Block[] = [];
  // What follows a comment parts nothing: the comment is gone.
  let seen = true;
  for (const token of tokens) {
    const gap = /\n*$/.exec(token.raw.slice(-1000))![0];
    const last = blocks.at(-1);
    if (token.type !== 'space') {
      const found = blockOf(token, used, gap);
      seen = found.length > 0;
      blocks.push(...found);
    } else if (last && seen) last.gap += token.raw;
  }
  return blocks;
}

function blockOf(token: Token, used: Set<string>, gap: string): Block[] {
  switch (token.type) {
    case 'heading': {
      const { depth, tokens, raw } = token as Tokens.Heading;
      const content = inlineOf(tokens);
      if (content.length) return [{ kind: 'heading', level: depth, content, gap }];
      return [{ kind: 'paragraph', content: [{ kind: 'text', text: raw.trim() }], gap }];
    }
    case 'hr':
      return [{ kind: 'rule', gap }];
    case 'code':
      return [{ kind: 'code', source: token.raw.replace(/\n+$/, ''), gap }];
    case 'blockquote':
      return [{ kind: 'quote', blocks: blocksOf(token.tokens ?? [], used), gap }];
    case 'list':
      return [{ kind: 'list', items: itemsOf(token as Tokens.List, used), gap }];
    case 'table':
      return [tableOf(token as Tokens.Table, gap)];
    case 'def':
      return definitionOf(token as Tokens.Def, used, gap);
    case 'html':
    case 'checkbox':
      return [];
    default: {
      const content = inlineOf((token as Tokens.Paragraph).tokens ?? []);
      return content.length ? [{ kind: 'paragraph', content, gap }] : [];
    }
  }
}

function tableOf({ header, rows, raw }: Tokens.Table, gap: string): Block {
  const head = header.map(({ tokens }) => inlineOf(tokens));
  const rule = raw.trim().split('\n')[1].trim();
  return {
    kind: 'table',
    head,
    rule,
    rows: rows.map((row) => row.map(({ tokens }) => inlineOf(tokens))),
    gap,
  };
}

/** What no link leads to is something that is said: `[Note]: please-ring`. */
function definitionOf({ raw, tag, href }: Tokens.Def, used: Set<string>, gap: string): Block[] {
  if (used.has(href) || /^(?:#|<>|)$/.test(href)) return [];
  const address = outside(href);
  const label = /\[(.+?)\]:/.exec(raw)?.[1] ?? tag;
  const text = address ? `${label}: ${address}` : raw.trim();
  return [{ kind: 'paragraph', content: [{ kind: 'text', text }], gap }];
}

function itemsOf(list: Tokens.List, used: Set<string>): ListItem[] {
  let number = -1;
  return list.items.map((item) => {
    const written = /^\s*([-*+]|\d+[.)])/.exec(item.raw)![1];
    const value = Number.parseInt(written, 10);
    // Repeated numbers count on: 1. 1. 1.
    number = value > number ? value : number + 1;
    const marker = list.ordered
      ? written.replace(/\d+/, value < number ? `${number}` : '$&')
      : written;
    const further = item.raw.trimEnd().split('\n').slice(1);
    const blocks = blocksOf(item.tokens, used);
    return {
      marker,
      ...(item.task && { done: !!item.checked }),
      flush: blocks.length === 1 && further.some((line) => /^\S/.test(line)),
      blocks,
      gap: /\n*$/.exec(item.raw)![0],
    };
  });
}
