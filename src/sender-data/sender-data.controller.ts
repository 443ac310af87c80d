import { Controller, Delete, Get, HttpCode, Param } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { Audited } from '../http/admin/audited.js';
import { Needs } from '../http/admin/scope.js';
import { Id } from '../http/validation.js';
import { ExportView } from './export.dto.js';
import { SenderDataService } from './sender-data.service.js';

/** Exports and erases the data of a conversation's sender. */
@ApiTags('conversations')
@ApiBearerAuth()
@Controller('api/v1/conversations')
export class SenderDataController {
  constructor(private readonly data: SenderDataService) {}

  @Get(':id/export')
  @Needs('operate')
  @Audited()
  @ApiOperation({ summary: 'Export all that is kept of the sender' })
  @ApiOkResponse({ type: ExportView })
  export(@Param('id', Id) id: string): Promise<ExportView> {
    return this.data.export(id);
  }

  @Delete(':id')
  @Needs('admin')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Erase all that is kept of the sender',
    description: 'It is gone for good. What was erased is never taken in again.',
  })
  @ApiNoContentResponse()
  erase(@Param('id', Id) id: string): Promise<void> {
    return this.data.erase(id);
  }
}
