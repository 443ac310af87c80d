import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Post,
  Query,
  Res,
  UseInterceptors,
} from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiExtension,
  ApiExtraModels,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  getSchemaPath,
} from '@nestjs/swagger';
import type { Response } from 'express';
import { MULTIPART } from '../../http/open-api.js';
import { Page } from '../../http/page.js';
import { Id } from '../../http/validation.js';
import { ProblemResponse } from '../../http/problems/problem.response.js';
import { DocumentUpload } from './document.upload.js';
import { DocumentPage, DocumentView, WholeDocument } from './document.dto.js';
import { DocumentsService } from './documents.service.js';
import { NewDocument, UploadedDocument } from './new-document.dto.js';

/** Manages the documents that answers are made from. */
@ApiTags('knowledge')
@ApiBearerAuth()
@Controller('api/v1/knowledge/documents')
export class DocumentsController {
  constructor(private readonly documents: DocumentsService) {}

  @Post()
  @UseInterceptors(DocumentUpload)
  @ApiOperation({
    summary: 'Add a document',
    description:
      'Answers are made from it. As JSON, or as a file in UTF-8. A document never changes: to replace one, delete it and ' +
      'add the new text. Titles need not differ; the same title and text again is the same ' +
      'document, and nothing is added (200).',
  })
  @ApiExtraModels(UploadedDocument)
  @ApiExtension(MULTIPART, getSchemaPath(UploadedDocument))
  @ApiCreatedResponse({ type: DocumentView })
  @ApiOkResponse({ type: DocumentView, description: 'It is there already.' })
  async add(
    @Body() document: NewDocument,
    @Res({ passthrough: true }) response: Response,
  ): Promise<DocumentView> {
    const { view, isNew } = await this.documents.add(document);
    response.status(isNew ? 201 : 200);
    return view;
  }

  @Get()
  @ApiOperation({
    summary: 'List the documents',
    description: 'Oldest first, without their texts.',
  })
  @ApiOkResponse({ type: DocumentPage })
  list(@Query() page: Page): Promise<DocumentPage> {
    return this.documents.page(page);
  }

  @Get(':id')
  @ApiOperation({ summary: 'Show a document with its text' })
  @ApiOkResponse({ type: WholeDocument })
  @ProblemResponse(404, 'There is no document of this id.')
  one(@Param('id', Id) id: string): Promise<WholeDocument> {
    return this.documents.one(id);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Remove a document',
    description: 'No answer is made from it any more.',
  })
  @ApiNoContentResponse()
  @ProblemResponse(404, 'There is no document of this id.')
  remove(@Param('id', Id) id: string): Promise<void> {
    return this.documents.remove(id);
  }
}
