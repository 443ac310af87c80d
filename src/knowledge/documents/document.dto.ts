import { ApiProperty } from '@nestjs/swagger';
import { ANY_LINE } from '../../config/lines/line.js';
import { iso } from '../../clock.js';
import type { DocumentHead, Format, KnowledgeDocument, Outcome } from './document.js';
import { charactersOf, lineOf, shownName } from './document.js';

/** A document as the API shows it in lists. */
export class DocumentView {
  @ApiProperty({ format: 'uuid', description: 'It stays when the document is replaced.' })
  id: string;
  @ApiProperty({ example: 'hours.md', description: 'Given again under it, it is replaced.' })
  name: string;
  @ApiProperty({
    type: String,
    nullable: true,
    pattern: ANY_LINE.source,
    description: "The business's line that it is for alone; null: for all.",
  })
  line: string | null;
  @ApiProperty({ example: 'Opening hours', description: 'What customers see.' })
  title: string;
  @ApiProperty({ enum: ['markdown', 'text'] })
  format: Format;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'The address of the web page that it was read from.',
  })
  source: string | null;
  @ApiProperty({ type: 'integer', description: 'How many its text has.' })
  characters: number;
  @ApiProperty({ type: 'integer', description: 'How many passages it was cut into.' })
  chunks: number;
  @ApiProperty({ format: 'date-time' })
  created_at: string;
  @ApiProperty({ format: 'date-time', description: 'When it was last replaced.' })
  updated_at: string;

  static of(head: DocumentHead, chunks: number): DocumentView {
    const { id, title, format, source = null, characters, createdAt, updatedAt } = head;
    const times = { created_at: iso(createdAt), updated_at: iso(updatedAt) };
    const place = { name: shownName(head), line: lineOf(head) ?? null };
    return { id, ...place, title, format, source, characters, chunks, ...times };
  }
}

/** A document that was given, and what became of it. */
export class PutDocument extends DocumentView {
  @ApiProperty({
    enum: ['new', 'replaced', 'unchanged'],
    description: '`replaced`: its name was there. `unchanged`: so was all that it holds.',
  })
  outcome: Outcome;

  static put(document: KnowledgeDocument, chunks: number, outcome: Outcome): PutDocument {
    return { ...DocumentView.of(headOf(document), chunks), outcome };
  }
}

/** A document with its text. */
export class WholeDocument extends DocumentView {
  @ApiProperty({ example: '## Sunday\n\n9:00 to 14:00' })
  text: string;
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string' },
    description: 'What its file said of itself, such as front matter. It is not searched.',
  })
  metadata: Record<string, string>;

  static whole(document: KnowledgeDocument, chunks: number): WholeDocument {
    const { text, metadata } = document;
    return { ...DocumentView.of(headOf(document), chunks), text, metadata };
  }
}

function headOf({ text, ...rest }: KnowledgeDocument): DocumentHead {
  return { ...rest, characters: charactersOf(text) };
}

/** A page of documents, oldest first. */
export class DocumentPage {
  @ApiProperty({ type: [DocumentView] })
  items: DocumentView[];
  @ApiProperty({ type: String, nullable: true })
  next_cursor: string | null;
}
