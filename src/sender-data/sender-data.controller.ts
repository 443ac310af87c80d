import { Controller, Delete, Get, HttpCode, Param } from '@nestjs/common';
import { ApiBearerAuth, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Id } from '../http/id.pipe.js';
import { ExportView } from './export.dto.js';
import { SenderDataService } from './sender-data.service.js';

/** What is kept of a conversation's sender. */
@ApiTags('conversations')
@ApiBearerAuth()
@Controller('api/v1/conversations')
export class SenderDataController {
  constructor(private readonly data: SenderDataService) {}

  /** All that is kept of the sender. */
  @Get(':id/export')
  @ApiOkResponse({ type: ExportView })
  export(@Param('id', Id) id: string): Promise<ExportView> {
    return this.data.export(id);
  }

  /** Removes all that is kept of the sender, for good. What was erased is never taken in again. */
  @Delete(':id')
  @HttpCode(204)
  @ApiNoContentResponse()
  erase(@Param('id', Id) id: string): Promise<void> {
    return this.data.erase(id);
  }
}
