import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ConversationView } from '../conversations/conversation.dto.js';
import { Needs } from '../http/admin/scope.js';
import { Id } from '../http/validation.js';
import { ReachableService } from './reachable.service.js';

/** Lets an operator say that a sender can be reached again. */
@ApiTags('conversations')
@ApiBearerAuth()
@Controller('api/v1/conversations/:id')
export class ReachableController {
  constructor(private readonly reachable: ReachableService) {}

  @Post('reachable')
  @Needs('operate')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Say that the sender can be reached again',
    description:
      'After Twilio said that nothing reaches them (blocked, or not on WhatsApp) nothing more is ' +
      'tried until they write. This ends that; what fails again marks them again.',
  })
  @ApiOkResponse({ type: ConversationView })
  clear(@Param('id', Id) id: string): Promise<ConversationView> {
    return this.reachable.clear(id);
  }
}
