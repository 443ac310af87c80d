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
import { FormBody } from '../body.interceptor.js';
import type { Message } from '../ledger/message.js';
import { SimulatorOptions } from '../simulator.options.js';
import { CreateFault } from './sending/create-fault.interceptor.js';
import { MessageList } from './lists/message-list.js';
import { MessageUpdates } from './message-updates.js';
import { Outbound } from './sending/outbound.js';
import type { Form } from './sending/outbound-form.js';
import type { ListQuery } from './lists/pages.js';
import { messageResource } from './resources.js';
import { TwilioApi } from './twilio-api.decorator.js';

/** Twilio's Messages: create, list, fetch, redact or cancel, delete. */
@TwilioApi()
@Controller('2010-04-01/Accounts/:account')
export class MessagesController {
  constructor(
    private readonly outbound: Outbound,
    private readonly updates: MessageUpdates,
    private readonly pages: MessageList,
    private readonly options: SimulatorOptions,
  ) {}

  /** 201: taken, and on its way. */
  @Post('Messages.json')
  @UseInterceptors(FormBody, CreateFault)
  async create(@Body() form: Form) {
    return this.resource(await this.outbound.create(form));
  }

  @Get('Messages.json')
  list(@Query() query: ListQuery) {
    return this.pages.page(query);
  }

  @Get('Messages/:sid.json')
  fetch(@Param('sid') sid: string) {
    return this.resource(this.updates.find(sid));
  }

  @Post('Messages/:sid.json')
  @HttpCode(200)
  @UseInterceptors(FormBody)
  async update(@Param('sid') sid: string, @Body() form: Form) {
    return this.resource(await this.updates.update(sid, form));
  }

  @Delete('Messages/:sid.json')
  @HttpCode(204)
  delete(@Param('sid') sid: string) {
    return this.updates.delete(sid);
  }

  private resource(message: Message) {
    return messageResource(this.options.accountSid, message);
  }
}
