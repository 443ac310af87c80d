import { Controller, Post, Req, Res, UseGuards } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Public } from '../http/public.decorator.js';
import { InboundForm } from './inbound.form.js';
import { SignatureGuard } from './signature.guard.js';
import { WebhookAnswer } from './webhook.answer.js';
import { WebhookService } from './webhook.service.js';

/** Where Twilio posts what people write. */
@ApiTags('twilio')
@Public()
@UseGuards(SignatureGuard)
@Controller('api/v1/whatsapp')
export class WebhookController {
  constructor(private readonly webhook: WebhookService) {}

  // The form is read by hand, not by the global pipe: fields that Twilio adds are no error.
  @Post('webhook')
  @ApiOperation({ summary: 'A message in. To Twilio: <Response/> as text/xml, at once' })
  @ApiConsumes('application/x-www-form-urlencoded')
  @ApiBody({ type: InboundForm })
  @ApiOkResponse({ type: WebhookAnswer })
  receive(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.webhook.receive(request, response);
  }
}
