/** A piece of running text. Soft line breaks stand in it as they were written. */
interface Text {
  kind: 'text';
  text: string;
}

/** Strong, emphasised or struck text. */
export interface Styled {
  kind: 'strong' | 'emphasis' | 'strike';
  children: Inline[];
  /** The marks that it was written with, such as `**`; empty where HTML said it. */
  mark: string;
}

/** What every way of writing writes alike. Of code, `source` is the text with its backticks. */
export type Leaf = Text | { kind: 'break' } | { kind: 'code'; source: string };

/** An address is empty where it leads nowhere outside of the document. */
type Linked =
  | { kind: 'link'; children: Inline[]; address: string }
  | { kind: 'image'; text: string; address: string };

/** What a line of text is made of. Escapes, entities and tags are read already. */
export type Inline = Leaf | Styled | Linked;

export interface Heading {
  kind: 'heading';
  level: number;
  content: Inline[];
}

/** `rule` is the row of dashes below the head, as it was written. */
export interface Table {
  kind: 'table';
  head: Inline[][];
  rule: string;
  rows: Inline[][][];
}

export interface ListItem {
  /** `-`, `*`, `+`, or a number with its sign: `3.`, `3)`. */
  marker: string;
  /** Of a task: whether it is done. */
  done?: boolean;
  /** Its further lines stand below the marker, not below its text. */
  flush: boolean;
  blocks: Block[];
  /** The line breaks between it and the next item. */
  gap: string;
}

type Content =
  | Heading
  | Table
  | { kind: 'paragraph'; content: Inline[] }
  | { kind: 'list'; items: ListItem[] }
  | { kind: 'quote'; blocks: Block[] }
  /** `source` is the code with its fences. */
  | { kind: 'code'; source: string }
  | { kind: 'rule' };

/** A piece of a document that reads as one, and the line breaks that follow it. */
export type Block = Content & { gap: string };

export function isLeaf(part: Inline): part is Leaf {
  return part.kind === 'text' || part.kind === 'break' || part.kind === 'code';
}

/** A leaf as it is written. */
export function leafText(leaf: Leaf): string {
  if (leaf.kind === 'text') return leaf.text;
  return leaf.kind === 'code' ? leaf.source : '\n';
}

/** The text of inline content, without any marks or addresses. */
export function plainText(content: Inline[]): string {
  return content.map(plain).join('');
}

function plain(part: Inline): string {
  if ('children' in part) return plainText(part.children);
  if (part.kind === 'code') return part.source.replace(/^`+ ?| ?`+$/g, '');
  return part.kind === 'image' ? part.text : leafText(part);
}
