import { Controller, Get, Header, HttpCode, Post, Query, Req, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Audited } from '../../http/admin/audited.js';
import { Needs } from '../../http/admin/scope.js';
import type { Request } from 'express';
import { TokenOnly } from '../../http/admin/admin.guard.js';
import { NoHead } from '../../http/edge/other-methods.js';
import { ProblemResponse } from '../../http/problems/problem.response.js';
import { Diagnosis, SendTest, SendTestResult, TestResult } from './diagnostics.dto.js';
import { DiagnosticsService } from './diagnostics.service.js';

/** Routes that help an operator to set Twilio up: they test the account, the settings and sending. */
@ApiTags('diagnostics')
@ApiBearerAuth()
@Controller('api/v1/whatsapp')
export class DiagnosticsController {
  constructor(private readonly diagnostics: DiagnosticsService) {}

  @Get('test')
  @Needs('read')
  @ApiOperation({
    summary: 'Ask Twilio whether it knows us',
    description: 'Its Accounts API, by SID and token.',
  })
  @ApiOkResponse({ type: TestResult })
  test(): Promise<TestResult> {
    return this.diagnostics.test();
  }

  @Get('diag')
  @Needs('read')
  @ApiOperation({
    summary: 'Show what is configured',
    description: 'And which signatures were refused.',
  })
  @ApiOkResponse({ type: Diagnosis })
  diag(@Req() { holder }: Request): Promise<Diagnosis> {
    return this.diagnostics.diag(holder!.scope);
  }

  // This GET sends a message, so no cache may answer it, and HEAD is refused.
  @Get('send-test')
  @Needs('operate')
  @Audited()
  @TokenOnly()
  @UseGuards(NoHead)
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'Send one message, to try', description: 'Shows what Twilio says.' })
  @ApiOkResponse({ type: SendTestResult })
  @ProblemResponse(409, 'The person opted out, or the 24-hour window is closed.')
  sendTestByGet(@Query() test: SendTest): Promise<SendTestResult> {
    return this.diagnostics.sendTest(test);
  }

  @Post('send-test')
  @Needs('operate')
  @TokenOnly()
  @HttpCode(200)
  @ApiOperation({ summary: 'Send one message, to try', description: 'Shows what Twilio says.' })
  @ApiOkResponse({ type: SendTestResult })
  @ProblemResponse(409, 'The person opted out, or the 24-hour window is closed.')
  sendTest(@Query() test: SendTest): Promise<SendTestResult> {
    return this.diagnostics.sendTest(test);
  }
}
