import { Controller, Get, Param, Query } from '@nestjs/common';
import type { ListQuery } from '../lists/pages.js';
import { TwilioApi } from '../twilio-api.decorator.js';
import { MessagingServices } from './messaging-services.js';

/** Twilio's Messaging Services and the senders in their pools, which live on messaging.twilio.com. */
@TwilioApi()
@Controller('v1/Services')
export class MessagingServicesController {
  constructor(private readonly services: MessagingServices) {}

  @Get(':sid')
  fetch(@Param('sid') sid: string) {
    return this.services.one(sid);
  }

  @Get(':sid/PhoneNumbers')
  phoneNumbers(@Param('sid') sid: string, @Query() query: ListQuery) {
    return this.services.phoneNumbers(sid, query);
  }

  @Get(':sid/ChannelSenders')
  channelSenders(@Param('sid') sid: string, @Query() query: ListQuery) {
    return this.services.channelSenders(sid, query);
  }
}
