import { Controller, HttpCode, Post, Req, Res, UseGuards } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiExtraModels,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  getSchemaPath,
} from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { callerGone } from '../../http/caller-gone.js';
import { ProblemResponse } from '../../http/problems/problem.response.js';
import { Public } from '../../http/admin/admin.guard.js';
import { ProbeChallenges, PROOF } from '../signature/probe-challenges.js';
import { InboundForm } from './inbound.dto.js';
import { SignatureGuard, SignedByTwilio } from '../signature/signature.guard.js';
import { wantsXml, WebhookAnswer } from './webhook-answer.dto.js';
import { WebhookService } from './webhook.service.js';

/** Takes the messages that people write, which Twilio posts. */
@ApiTags('twilio')
@Public()
@UseGuards(SignatureGuard)
@Controller('api/v1/whatsapp')
export class WebhookController {
  constructor(
    private readonly webhook: WebhookService,
    private readonly challenges: ProbeChallenges,
  ) {}

  // The service reads the form itself: the global pipe would refuse fields that Twilio adds.
  @Post('webhook')
  @HttpCode(200)
  @SignedByTwilio()
  @ApiOperation({
    summary: 'Take a message',
    description:
      'Durable before any 2xx. To Twilio (by its I-Twilio-Idempotency-Token or User-Agent, or an ' +
      'Accept of XML only) the answer is <Response/>, at once; others wait for the preview.',
  })
  @ApiConsumes('application/x-www-form-urlencoded')
  @ApiBody({ type: InboundForm })
  @ApiExtraModels(WebhookAnswer)
  @ApiOkResponse({
    content: {
      'application/json': { schema: { $ref: getSchemaPath(WebhookAnswer) } },
      'text/xml': { schema: { type: 'string', example: '<Response/>' } },
    },
  })
  @ApiNoContentResponse({ description: 'To a probe of this installation: nothing is kept of it.' })
  @ProblemResponse(503, "It cannot be made durable now, or Twilio isn't configured.")
  async receive(@Req() request: Request, @Res() response: Response): Promise<void> {
    const proof = await this.challenges.proofFor(request.body);
    if (proof) return void response.status(204).setHeader(PROOF, proof).end();
    if (wantsXml(request)) {
      await this.webhook.take(request);
      return sendEmptyXml(response);
    }
    const accepted = await this.webhook.accept(request);
    response.json(await this.webhook.answerTo(accepted, callerGone(response)));
  }
}

/** An empty TwiML document: Twilio has nothing to do, as the answer is sent by the REST API. */
function sendEmptyXml(response: Response): void {
  response.setHeader('Content-Type', 'text/xml');
  response.end('<Response/>');
}
