import { Controller, Get, Param, StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Audited } from '../http/admin/audited.js';
import { Needs } from '../http/admin/scope.js';
import { ProblemResponse } from '../http/problems/problem.response.js';
import { Id } from '../http/validation.js';
import { SavingService } from './saving.service.js';

const YAML = 'application/yaml';

/** Saves conversations as scenarios, in simulator mode. */
@ApiTags('simulator')
@ApiBearerAuth()
@Controller('api/v1/conversations')
export class SavingController {
  constructor(private readonly saving: SavingService) {}

  @Get(':id/scenario')
  @Needs('operate')
  @Audited()
  @ApiOperation({
    summary: 'Save a conversation as a scenario',
    description:
      'Its questions, and what of its answers may be expected again: a suggestion to be edited.',
  })
  @ApiOkResponse({ content: { [YAML]: { schema: { description: 'A scenario.' } } } })
  @ProblemResponse(404, 'There is no conversation of this id.')
  @ProblemResponse(409, 'Nothing in it could be asked again.')
  async scenario(@Param('id', Id) id: string): Promise<StreamableFile> {
    const text = Buffer.from(await this.saving.scenarioOf(id));
    return new StreamableFile(text, {
      type: `${YAML}; charset=utf-8`,
      disposition: `attachment; filename="conversation-${id.slice(0, 8)}.yaml"`,
    });
  }
}
