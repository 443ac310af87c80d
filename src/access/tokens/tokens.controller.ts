import { Body, Controller, Delete, Get, Header, HttpCode, Param, Post, Req } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { Request } from 'express';
import { Needs } from '../../http/admin/scope.js';
import { paged } from '../../http/page.js';
import { ProblemResponse } from '../../http/problems/problem.response.js';
import { Id } from '../../http/validation.js';
import { MadeToken, NewToken, TokenPage } from './tokens.dto.js';
import { TokensService } from './tokens.service.js';

/** The tokens of the admin API besides the first one. */
@ApiTags('access')
@ApiBearerAuth()
@Controller('api/v1/tokens')
export class TokensController {
  constructor(private readonly tokens: TokensService) {}

  @Get()
  @Needs('admin')
  @ApiOperation({ summary: 'List the named tokens', description: 'Without the tokens themselves.' })
  @ApiOkResponse({ type: TokenPage })
  async list(): Promise<TokenPage> {
    return paged(await this.tokens.list(), null);
  }

  @Post()
  @Needs('admin')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'Make a token', description: 'It is in this answer and nowhere else.' })
  @ApiCreatedResponse({ type: MadeToken })
  @ProblemResponse(409, 'There is one of this name, or there are 100.')
  make(@Body() token: NewToken, @Req() { holder }: Request): Promise<MadeToken> {
    return this.tokens.make(token, holder!.name);
  }

  @Delete(':id')
  @Needs('admin')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Revoke a token',
    description: 'Within a second it opens nothing any more, and whom it signed in is signed out.',
  })
  @ApiNoContentResponse()
  revoke(@Param('id', Id) id: string): Promise<void> {
    return this.tokens.revoke(id);
  }
}
