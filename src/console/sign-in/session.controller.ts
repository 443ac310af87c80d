import { Body, Controller, Delete, Get, Header, HttpCode, Post, Req } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiBody,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { Request } from 'express';
import { Public, TokenOnly } from '../../http/admin/admin.guard.js';
import { OwnQuery } from '../../http/edge/known-query.guard.js';
import { Audited } from '../../http/admin/audited.js';
import { Needs } from '../../http/admin/scope.js';
import { ProblemResponse } from '../../http/problems/problem.response.js';
import { NewSession, SessionView, SignInLink } from './session.dto.js';
import { SignInService } from './sign-in.service.js';
import { WhoService } from './who.service.js';

/** Signing in at the console, and out. */
@ApiTags('console')
@Controller('api/v1/session')
export class SessionController {
  constructor(
    private readonly signIn: SignInService,
    private readonly who: WhoService,
  ) {}

  @Public()
  @OwnQuery()
  @Post()
  @Header('Cache-Control', 'no-store')
  @ApiOperation({
    summary: 'Sign in at the console',
    description:
      'By a one-time code or by a token. The answer gives a cookie for twelve hours. It is ' +
      "for the console's own pages: a request without their Origin is refused.",
  })
  @ApiBody({ type: NewSession })
  @ApiCreatedResponse({ type: SessionView })
  @ProblemResponse(401, 'The code is unknown, used or too old, or the token is wrong.')
  @ProblemResponse(403, 'It comes from another page than one of the console.')
  @ProblemResponse(429, 'Too many wrong ones came from this address.')
  async begin(@Body() given: NewSession, @Req() request: Request): Promise<SessionView> {
    return this.who.view(await this.signIn.begin(given, request));
  }

  @ApiBearerAuth()
  @Get()
  @Needs('read')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'Tell who is signed in', description: 'And until when.' })
  @ApiOkResponse({ type: SessionView })
  show(@Req() { consoleSession: session, holder }: Request): Promise<SessionView> {
    return this.who.view({ session, holder: holder! });
  }

  @ApiBearerAuth()
  @Delete()
  @Needs('read')
  @Audited()
  @HttpCode(204)
  @ApiOperation({
    summary: 'Sign out',
    description: 'The cookie counts no more, on no node, and its event streams end.',
  })
  @ApiNoContentResponse()
  end(@Req() request: Request): Promise<void> {
    return this.signIn.end(request);
  }

  // Whoever has signed in by a cookie makes no link with it: that would outlast the sign-out.
  @TokenOnly()
  @ApiBearerAuth()
  @Post('link')
  @Needs('read')
  @Audited()
  @Header('Cache-Control', 'no-store')
  @ApiOperation({
    summary: 'Make a link that signs in',
    description:
      'It works once, for ten minutes, and lets in with the scope of the token. `npx recado login` ' +
      'prints one.',
  })
  @ApiCreatedResponse({ type: SignInLink })
  link(@Req() { holder }: Request): Promise<SignInLink> {
    return this.signIn.link(holder);
  }
}
