import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Needs } from '../../http/admin/scope.js';
import { KnowledgeService } from '../knowledge.service.js';
import { FoundPassages, Search } from './search.dto.js';

/** Shows the passages that an answer would be made from. */
@ApiTags('knowledge')
@ApiBearerAuth()
@Controller('api/v1/knowledge/search')
export class SearchController {
  constructor(private readonly knowledge: KnowledgeService) {}

  @Post()
  @Needs('read')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Search the documents',
    description:
      'The passages that say most about a query, best first, and why: by which words, by which ' +
      'sentence, and whether an answer may be made from them.',
  })
  @ApiOkResponse({ type: FoundPassages })
  async search(@Body() { query, limit, line }: Search): Promise<FoundPassages> {
    return FoundPassages.of(await this.knowledge.search(query, limit, undefined, line));
  }
}
