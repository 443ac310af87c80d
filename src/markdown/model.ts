/** A piece of running text. Soft line breaks stand in it as they were written. */
export interface Text {
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

/** What a line of text is made of. Escapes, entities and tags are read already. */
export type Inline =
  | Text
  | Styled
  | { kind: 'break' }
  /** `source` is the text with its backticks. */
  | { kind: 'code'; source: string }
  /** `address` is empty where it leads nowhere outside of the document. */
  | { kind: 'link'; children: Inline[]; address: string }
  | { kind: 'image'; text: string; address: string };

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

/** The text of inline content, without any marks or addresses. */
export function plainText(content: Inline[]): string {
  return content.map(plain).join('');
}

function plain(part: Inline): string {
  switch (part.kind) {
    case 'text':
    case 'image':
      return part.text;
    case 'break':
      return '\n';
    case 'code':
      return part.source.replace(/^`+ ?| ?`+$/g, '');
    default:
      return plainText(part.children);
  }
}
