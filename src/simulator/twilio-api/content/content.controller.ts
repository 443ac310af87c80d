import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Post,
  Query,
  UseInterceptors,
} from '@nestjs/common';
import { JsonBody } from '../../body.interceptor.js';
import type { ListQuery } from '../lists/pages.js';
import { TwilioApi } from '../twilio-api.decorator.js';
import { ContentService } from './content.service.js';

/** Twilio's Content API, which lives on content.twilio.com. */
@TwilioApi()
@Controller('v1')
export class ContentController {
  constructor(private readonly content: ContentService) {}

  @Post('Content')
  @UseInterceptors(JsonBody)
  create(@Body() body: unknown) {
    return this.content.create(body);
  }

  @Get('Content')
  list(@Query() query: ListQuery) {
    return this.content.list(query);
  }

  @Get('ContentAndApprovals')
  withApprovals(@Query() query: ListQuery) {
    return this.content.withApprovals(query);
  }

  @Get('Content/:sid')
  fetch(@Param('sid') sid: string) {
    return this.content.one(sid);
  }

  @Delete('Content/:sid')
  @HttpCode(204)
  delete(@Param('sid') sid: string) {
    return this.content.delete(sid);
  }

  @Post('Content/:sid/ApprovalRequests/whatsapp')
  @UseInterceptors(JsonBody)
  submit(@Param('sid') sid: string, @Body() body: unknown) {
    return this.content.submit(sid, body);
  }

  @Get('Content/:sid/ApprovalRequests')
  approval(@Param('sid') sid: string) {
    return this.content.approvalOf(sid);
  }
}
