import { Body, Controller, Get, Param, Post, Query, Req, UseInterceptors } from '@nestjs/common';
import type { Request } from 'express';
import { FormBody } from '../body.interceptor.js';
import { CreateFault } from './create-fault.interceptor.js';
import { type ListQuery, MessageList } from './message-list.js';
import { messageResource } from './resources.js';
import { Messages } from '../ledger/messages.js';
import { Outbound } from './outbound.js';
import type { Form } from './outbound-form.js';
import { SimulatorOptions } from '../simulator.options.js';
import { TwilioApi } from './twilio-api.decorator.js';
import { TwilioError } from './twilio-error.js';

/** Twilio's Messages: create, list, fetch. */
@TwilioApi()
@Controller('2010-04-01/Accounts/:account')
export class MessagesController {
  constructor(
    private readonly outbound: Outbound,
    private readonly messages: Messages,
    private readonly pages: MessageList,
    private readonly options: SimulatorOptions,
  ) {}

  /** 201: accepted, and queued. */
  @Post('Messages.json')
  @UseInterceptors(FormBody, CreateFault)
  async create(@Body() form: Form) {
    return messageResource(this.options.accountSid, await this.outbound.create(form));
  }

  @Get('Messages.json')
  list(@Query() query: ListQuery) {
    return this.pages.page(query);
  }

  @Get('Messages/:sid.json')
  fetch(@Param('sid') sid: string, @Req() request: Request) {
    const message = this.messages.find(sid);
    if (!message) throw TwilioError.notFound(request.path);
    return messageResource(this.options.accountSid, message);
  }
}
