import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Post,
  Query,
  StreamableFile,
} from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiBody,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import { ConversationView } from '../conversations/conversation.dto.js';
import { Audited } from '../http/admin/audited.js';
import { Needs } from '../http/admin/scope.js';
import { Page } from '../http/page.js';
import { Id } from '../http/validation.js';
import { ConsentPage, ConsentReason } from './consent.dto.js';
import { ConsentRecordsService } from './consent.service.js';

const NAME = 'attachment; filename="consent-records.csv"';

/** Shows who opted out and in, when and by which words. */
@ApiTags('consent')
@ApiBearerAuth()
@Controller('api/v1')
export class ConsentRecordsController {
  constructor(private readonly consent: ConsentRecordsService) {}

  @Get('consent-records')
  @Needs('read')
  @ApiOperation({
    summary: 'List who opted out and in',
    description: 'In the order in which it was said. Records are added, and never changed.',
  })
  @ApiOkResponse({ type: ConsentPage })
  list(@Query() page: Page): Promise<ConsentPage> {
    return this.consent.page(page);
  }

  @Get('consent-records/file')
  @Needs('operate')
  @Audited()
  @ApiOperation({ summary: 'All of it as a CSV file', description: 'The same, in UTF-8.' })
  @ApiProduces('text/csv')
  @ApiOkResponse({ content: { 'text/csv': { schema: { type: 'string' } } } })
  file(): StreamableFile {
    return new StreamableFile(this.consent.file(), { type: 'text/csv', disposition: NAME });
  }

  @Get('conversations/:id/consent-records')
  @Needs('read')
  @ApiOperation({ summary: 'List when a sender opted out and in, and by which words' })
  @ApiOkResponse({ type: ConsentPage })
  ofConversation(@Param('id', Id) id: string, @Query() page: Page): Promise<ConsentPage> {
    return this.consent.ofConversation(id, page);
  }

  @Post('conversations/:id/opt-out')
  @Needs('operate')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Opt the sender out',
    description:
      'As their STOP does, but without a word to them. What is not on its way is cancelled.',
  })
  @ApiBody({ type: ConsentReason, required: false })
  @ApiOkResponse({ type: ConversationView })
  optOut(
    @Param('id', Id) id: string,
    @Body() { reason }: ConsentReason,
  ): Promise<ConversationView> {
    return this.consent.optOut(id, reason);
  }

  @Post('conversations/:id/opt-in')
  @Needs('operate')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Opt the sender in again',
    description:
      'Where the sender said so in another way: give it as `reason`. Where Twilio keeps an opt-out of ' +
      'its own, it still refuses (21610) until they send START.',
  })
  @ApiBody({ type: ConsentReason, required: false })
  @ApiOkResponse({ type: ConversationView })
  optIn(@Param('id', Id) id: string, @Body() { reason }: ConsentReason): Promise<ConversationView> {
    return this.consent.optIn(id, reason);
  }
}
