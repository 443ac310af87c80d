import { Controller, HttpCode, Post, Query, Req, UseGuards } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiNoContentResponse,
  ApiOperation,
  ApiQuery,
  ApiTags,
} from '@nestjs/swagger';
import type { Request } from 'express';
import { ProblemResponse } from '../../http/problems/problem.response.js';
import { Public } from '../../http/admin/admin.guard.js';
import { SignatureGuard, SignedByTwilio } from '../signature/signature.guard.js';
import { StatusForm } from './status.dto.js';
import { WebhookService } from './webhook.service.js';

/** Takes Twilio's status callbacks for the messages that we sent. */
@ApiTags('twilio')
@Public()
@UseGuards(SignatureGuard)
@Controller('api/v1/whatsapp')
export class StatusController {
  constructor(private readonly webhook: WebhookService) {}

  @Post('status')
  @HttpCode(204)
  @SignedByTwilio()
  @ApiOperation({
    summary: 'Take a status callback',
    description: 'What became of a message that was sent.',
  })
  @ApiConsumes('application/x-www-form-urlencoded')
  @ApiBody({ type: StatusForm })
  @ApiQuery({
    name: 'attempt',
    type: String,
    required: false,
    description: 'The attempt that it belongs to',
  })
  @ApiQuery({
    name: 'traceparent',
    type: String,
    required: false,
    description: 'The trace of that attempt (W3C Trace Context), where traces are on',
  })
  @ApiNoContentResponse()
  @ProblemResponse(503, "The store is away, or Twilio isn't configured.")
  async update(@Req() request: Request, @Query('attempt') attempt: unknown): Promise<void> {
    await this.webhook.takeStatus(request, attempt);
  }
}
