import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Needs } from '../../http/admin/scope.js';
import { Page } from '../../http/page.js';
import { ProblemResponse } from '../../http/problems/problem.response.js';
import { Id } from '../../http/validation.js';
import { PassagePage } from './passages.dto.js';
import { PassagesService } from './passages.service.js';

/** Shows what a document was cut into. */
@ApiTags('knowledge')
@ApiBearerAuth()
@Controller('api/v1/knowledge/documents')
export class PassagesController {
  constructor(private readonly passages: PassagesService) {}

  @Get(':id/passages')
  @Needs('read')
  @ApiOperation({
    summary: 'List the passages of a document',
    description: 'As they are searched, in their order: an answer is made from whole passages.',
  })
  @ApiOkResponse({ type: PassagePage })
  @ProblemResponse(404, 'There is no document of this id.')
  list(@Param('id', Id) id: string, @Query() page: Page): Promise<PassagePage> {
    return this.passages.page(id, page);
  }
}
