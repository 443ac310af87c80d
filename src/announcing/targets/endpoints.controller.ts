import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { Needs } from '../../http/admin/scope.js';
import { ProblemResponse } from '../../http/problems/problem.response.js';
import { Id } from '../../http/validation.js';
import {
  AddedEndpoint,
  EndpointChange,
  EndpointList,
  EndpointView,
  NewEndpoint,
} from './endpoint.dto.js';
import { EndpointsService } from './endpoints.service.js';

const UNKNOWN = 'There is no endpoint of this id.';
const NOT_THERE = 'A field is wrong, or the address is one that nothing is posted to.';

/** Manages which other systems are told of news. */
@ApiTags('webhooks')
@ApiBearerAuth()
@Controller('api/v1/webhooks')
export class EndpointsController {
  constructor(private readonly endpoints: EndpointsService) {}

  @Needs('read')
  @Get()
  @ApiOperation({ summary: 'List the endpoints', description: 'The oldest first.' })
  @ApiOkResponse({ type: EndpointList })
  list(): Promise<EndpointList> {
    return this.endpoints.list();
  }

  @Needs('admin')
  @Post()
  @ApiOperation({
    summary: 'Add an endpoint',
    description:
      'What happens from now on is posted there, signed by Standard Webhooks. The secret is shown ' +
      'this once.',
  })
  @ApiCreatedResponse({ type: AddedEndpoint })
  @ProblemResponse(400, NOT_THERE)
  @ProblemResponse(409, 'There are as many as there may be.')
  add(@Body() endpoint: NewEndpoint): Promise<AddedEndpoint> {
    return this.endpoints.add(endpoint);
  }

  @Needs('read')
  @Get(':id')
  @ApiOperation({ summary: 'Show an endpoint' })
  @ApiOkResponse({ type: EndpointView })
  @ProblemResponse(404, UNKNOWN)
  one(@Param('id', Id) id: string): Promise<EndpointView> {
    return this.endpoints.one(id);
  }

  @Needs('admin')
  @Put(':id')
  @ApiOperation({ summary: 'Change an endpoint', description: 'What is left out stays.' })
  @ApiOkResponse({ type: EndpointView })
  @ProblemResponse(400, NOT_THERE)
  @ProblemResponse(404, UNKNOWN)
  change(@Param('id', Id) id: string, @Body() change: EndpointChange): Promise<EndpointView> {
    return this.endpoints.change(id, change);
  }

  @Needs('admin')
  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Remove an endpoint',
    description: 'What waits to be told there is forgotten.',
  })
  @ApiNoContentResponse()
  @ProblemResponse(404, UNKNOWN)
  remove(@Param('id', Id) id: string): Promise<void> {
    return this.endpoints.remove(id);
  }
}
