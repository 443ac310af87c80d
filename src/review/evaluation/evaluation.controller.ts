import {
  Body,
  Controller,
  Delete,
  Get,
  Header,
  HttpCode,
  Param,
  Post,
  Query,
} from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { Needs } from '../../http/admin/scope.js';
import { Page } from '../../http/page.js';
import { ProblemResponse } from '../../http/problems/problem.response.js';
import { MessageId } from '../../http/message-id.js';
import { Id } from '../../http/validation.js';
import { EvaluationCasePage, EvaluationCaseRequest, EvaluationCaseView } from './case.dto.js';
import { EvaluationService } from './evaluation.service.js';

const YAML = 'application/yaml';

/** Collects cases for the evaluation. */
@ApiTags('answers')
@ApiBearerAuth()
@Controller('api/v1')
export class EvaluationController {
  constructor(private readonly evaluation: EvaluationService) {}

  @Post('messages/:sid/evaluation')
  @Needs('operate')
  @ApiOperation({
    summary: 'Add a case to the evaluation',
    description: 'It is erased with the conversation.',
  })
  @ApiCreatedResponse({ type: EvaluationCaseView })
  @ProblemResponse(404, 'There is no such message.')
  @ProblemResponse(409, 'Nothing was answered to it.')
  add(
    @Param('sid', MessageId) sid: string,
    @Body() request: EvaluationCaseRequest,
  ): Promise<EvaluationCaseView> {
    return this.evaluation.add(sid, request);
  }

  @Get('evaluation')
  @Needs('read')
  @Header('Content-Type', YAML)
  @Header('Content-Disposition', 'attachment; filename="evaluation.yaml"')
  @ApiOperation({
    summary: 'All cases, as a file',
    description: 'In the form that `npm run eval -- --chat` reads.',
  })
  @ApiOkResponse({ content: { [YAML]: { schema: { description: 'A set of conversations.' } } } })
  @ProblemResponse(404, 'There is no case yet.')
  file(): Promise<string> {
    return this.evaluation.file();
  }

  @Get('evaluation/cases')
  @Needs('read')
  @ApiOperation({ summary: 'List the cases', description: 'Oldest first.' })
  @ApiOkResponse({ type: EvaluationCasePage })
  list(@Query() page: Page): Promise<EvaluationCasePage> {
    return this.evaluation.page(page);
  }

  @Delete('evaluation/cases/:id')
  @Needs('operate')
  @HttpCode(204)
  @ApiOperation({ summary: 'Remove a case' })
  @ApiNoContentResponse()
  @ProblemResponse(404, 'There is no case of this id.')
  remove(@Param('id', Id) id: string): Promise<void> {
    return this.evaluation.remove(id);
  }
}
