import { Controller, Get, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Needs } from '../http/admin/scope.js';
import { ProblemResponse } from '../http/problems/problem.response.js';
import { TemplatePage, TemplateQuery } from './template.dto.js';
import { TemplatesService } from './templates.service.js';

/** Shows the account's templates. */
@ApiTags('templates')
@ApiBearerAuth()
@Controller('api/v1/templates')
export class TemplatesController {
  constructor(private readonly templates: TemplatesService) {}

  @Get()
  @Needs('read')
  @ApiOperation({
    summary: 'List templates',
    description:
      "As Twilio's Content API has them, a minute old at most. Only approved ones may be sent when " +
      'the 24-hour window is closed. They are made in the Twilio console.',
  })
  @ApiOkResponse({ type: TemplatePage })
  @ProblemResponse(503, 'Twilio can not be asked now.')
  list(@Query() query: TemplateQuery): Promise<TemplatePage> {
    return this.templates.page(query);
  }
}
