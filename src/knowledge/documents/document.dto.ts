import { ApiProperty } from '@nestjs/swagger';
import { iso } from '../../clock.js';
import type { DocumentHead, Format, KnowledgeDocument } from './document.js';

/** A document as the API shows it in lists. */
export class DocumentView {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty({ example: 'Opening hours' })
  title: string;
  @ApiProperty({ enum: ['markdown', 'text'] })
  format: Format;
  @ApiProperty({ format: 'date-time' })
  created_at: string;
  @ApiProperty({ description: 'How many passages it was cut into.' })
  chunks: number;

  static of({ id, title, format, createdAt }: DocumentHead, chunks: number): DocumentView {
    return { id, title, format, created_at: iso(createdAt), chunks };
  }
}

/** A document with its text, unchanged. */
export class WholeDocument extends DocumentView {
  @ApiProperty({ example: '## Sunday\n\n9:00 to 14:00' })
  text: string;

  static whole(document: KnowledgeDocument, chunks: number): WholeDocument {
    return { ...DocumentView.of(document, chunks), text: document.text };
  }
}

/** A page of documents, oldest first. */
export class DocumentPage {
  @ApiProperty({ type: [DocumentView] })
  items: DocumentView[];
  @ApiProperty({ type: String, nullable: true })
  next_cursor: string | null;
}
