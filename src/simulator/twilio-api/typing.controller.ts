import { Body, Controller, HttpCode, Post, UseInterceptors } from '@nestjs/common';
import { FormBody } from '../body.interceptor.js';
import type { Form } from './sending/outbound-form.js';
import { TwilioApi } from './twilio-api.decorator.js';
import { Typing } from './typing.js';

/** Twilio's typing indicator, which lives on messaging.twilio.com. */
@TwilioApi()
@Controller('v2/Indicators')
export class TypingController {
  constructor(private readonly typing: Typing) {}

  @Post('Typing.json')
  @HttpCode(200)
  @UseInterceptors(FormBody)
  show(@Body() form: Form) {
    return this.typing.show(form);
  }
}
