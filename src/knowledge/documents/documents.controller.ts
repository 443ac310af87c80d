import {
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
  ApiBody,
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
import { Needs } from '../../http/admin/scope.js';
import { MULTIPART } from '../../http/open-api.js';
import { Page } from '../../http/page.js';
import { Id } from '../../http/validation.js';
import { ProblemResponse } from '../../http/problems/problem.response.js';
import { DocumentPage, PutDocument, WholeDocument } from './document.dto.js';
import { DocumentRequest, DocumentUpload, GivenDocument } from './document.upload.js';
import { DocumentsService } from './documents.service.js';
import { NewDocument, UploadedDocument } from './new-document.dto.js';

/** Manages the documents that answers are made from. */
@ApiTags('knowledge')
@ApiBearerAuth()
@Controller('api/v1/knowledge/documents')
export class DocumentsController {
  constructor(private readonly documents: DocumentsService) {}

  @Post()
  @Needs('operate')
  @UseInterceptors(DocumentUpload)
  @ApiOperation({
    summary: 'Add a document, or replace it',
    description:
      'Answers are made from it. As JSON, or as a file. Its name is its identity: what has the ' +
      'name already is replaced in one step, and keeps its id (200, `replaced`); the same content ' +
      "again changes nothing (200, `unchanged`). Without a `name` it is the file's name; of JSON, " +
      'the title. Names that differ by capital letters are different. A few uploads are read at a ' +
      'time; others wait meanwhile.',
  })
  @ApiExtraModels(UploadedDocument)
  @ApiBody({ type: NewDocument })
  @ApiExtension(MULTIPART, getSchemaPath(UploadedDocument))
  @ApiCreatedResponse({ type: PutDocument, description: 'It is new.' })
  @ApiOkResponse({ type: PutDocument, description: 'Its name was there: see `outcome`.' })
  @ProblemResponse(413, 'It is too large; `detail` says what it may have.')
  @ProblemResponse(415, 'It is of a kind that is not taken here; `detail` says which are.')
  async add(
    @GivenDocument(DocumentRequest) given: NewDocument | UploadedDocument,
    @Res({ passthrough: true }) response: Response,
  ): Promise<PutDocument> {
    const put = await this.documents.add(given);
    response.status(put.outcome === 'new' ? 201 : 200);
    return put;
  }

  @Get()
  @Needs('read')
  @ApiOperation({
    summary: 'List the documents',
    description: 'Oldest first, without their texts.',
  })
  @ApiOkResponse({ type: DocumentPage })
  list(@Query() page: Page): Promise<DocumentPage> {
    return this.documents.page(page);
  }

  @Get(':id')
  @Needs('read')
  @ApiOperation({ summary: 'Show a document with its text' })
  @ApiOkResponse({ type: WholeDocument })
  @ProblemResponse(404, 'There is no document of this id.')
  one(@Param('id', Id) id: string): Promise<WholeDocument> {
    return this.documents.one(id);
  }

  @Delete(':id')
  @Needs('operate')
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
