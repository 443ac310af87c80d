import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { Needs } from '../http/admin/scope.js';
import { ProblemResponse } from '../http/problems/problem.response.js';
import { PARTS } from './looks.js';
import { SetUpFinding, SetUpItem, SetUpView } from './set-up.dto.js';
import { SetUpService } from './set-up.service.js';

/** Shows what is set up, what isn't, and what to do. */
@ApiTags('set-up')
@ApiBearerAuth()
@Controller('api/v1/set-up')
export class SetUpController {
  constructor(private readonly setUp: SetUpService) {}

  @Get()
  @Needs('read')
  @ApiOperation({
    summary: 'Show the set-up',
    description:
      'Each part with its cause and cure. Twilio is asked at most once a minute, a model every ten; ' +
      'what is not known within two seconds is `checking`.',
  })
  @ApiOkResponse({ type: SetUpView })
  view(): Promise<SetUpView> {
    return this.setUp.view();
  }

  @Post('webhook/test')
  @Needs('operate')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Send yourself a signed test',
    description:
      'A request to the public address, signed as Twilio signs. It must come back to this ' +
      'installation, which keeps nothing of it: no message, no conversation, no answer.',
  })
  @ApiOkResponse({ type: SetUpFinding })
  test(): Promise<SetUpFinding> {
    return this.setUp.testWebhook();
  }

  @Post(':part/check')
  @Needs('operate')
  @HttpCode(200)
  @ApiOperation({ summary: 'Look at a part of the set-up anew' })
  @ApiParam({ name: 'part', enum: PARTS })
  @ApiOkResponse({ type: SetUpItem })
  @ProblemResponse(404, 'There is no such part.')
  check(@Param('part') part: string): Promise<SetUpItem> {
    return this.setUp.check(part);
  }
}
