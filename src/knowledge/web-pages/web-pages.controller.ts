import { Body, Controller, Post, Res } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { Response } from 'express';
import { Needs } from '../../http/admin/scope.js';
import { callerGone } from '../../http/caller-gone.js';
import { ProblemResponse } from '../../http/problems/problem.response.js';
import { PutDocument } from '../documents/document.dto.js';
import { NewPage } from './new-page.dto.js';
import { WebPagesService } from './web-pages.service.js';

/** Takes pages of the web as documents. */
@ApiTags('knowledge')
@ApiBearerAuth()
@Controller('api/v1/knowledge/pages')
export class WebPagesController {
  constructor(private readonly pages: WebPagesService) {}

  @Post()
  @Needs('operate')
  @ApiOperation({
    summary: 'Add a page of the web, or fetch it again',
    description:
      'It is fetched once, now, and kept as a document whose name is its address: without a ' +
      'fragment, as it was given and not as it redirects. Its links are not followed. Only ' +
      'public addresses are fetched, on the ports 80, 443, 8080 and 8443; of 10 MiB at most, in ' +
      '15 seconds.',
  })
  @ApiCreatedResponse({ type: PutDocument, description: 'It is new.' })
  @ApiOkResponse({ type: PutDocument, description: 'Its address was there: see `outcome`.' })
  @ProblemResponse(413, 'The page is too large; `detail` says what it may have.')
  @ProblemResponse(415, 'The page is of a kind that is not read; `detail` says which are.')
  @ProblemResponse(502, 'The page cannot be had; `detail` says why.')
  async put(
    @Body() { url }: NewPage,
    @Res({ passthrough: true }) response: Response,
  ): Promise<PutDocument> {
    const put = await this.pages.put(url, callerGone(response));
    response.status(put.outcome === 'new' ? 201 : 200);
    return put;
  }
}
