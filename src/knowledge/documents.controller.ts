import { Body, Controller, Post } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { ProblemBody } from '../http/problem.js';
import { KnowledgeService } from './knowledge.service.js';
import { DocumentView, NewDocument } from './new-document.js';

@ApiTags('knowledge')
@ApiBearerAuth()
@Controller('api/v1/knowledge/documents')
export class DocumentsController {
  constructor(private readonly knowledge: KnowledgeService) {}

  @Post()
  @ApiOperation({ summary: 'Adds a document that answers are made from.' })
  @ApiCreatedResponse({ type: DocumentView })
  @ApiBadRequestResponse({ type: ProblemBody })
  async add(@Body() { title, text }: NewDocument): Promise<DocumentView> {
    const { document, chunks } = await this.knowledge.add(title, text);
    return DocumentView.of(document, chunks);
  }
}
