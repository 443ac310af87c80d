import { Controller, Get, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Needs } from '../../http/admin/scope.js';
import { AuditPage, AuditQuery, AuditVerification } from './audit.dto.js';
import { AuditService } from './audit.service.js';

/** What was done by the admin API. */
@ApiTags('access')
@ApiBearerAuth()
@Controller('api/v1/audit')
export class AuditController {
  constructor(private readonly audit: AuditService) {}

  @Get()
  @Needs('admin')
  @ApiOperation({
    summary: 'List what was done',
    description: 'The latest first: who, when, what, to which id, from where, and what came of it.',
  })
  @ApiOkResponse({ type: AuditPage })
  list(@Query() query: AuditQuery): Promise<AuditPage> {
    return this.audit.page(query);
  }

  @Get('verification')
  @Needs('admin')
  @ApiOperation({
    summary: 'Look whether the log is whole',
    description:
      'Walks through all entries; that takes a second or two for the 200,000 it may have.',
  })
  @ApiOkResponse({ type: AuditVerification })
  verify(): Promise<AuditVerification> {
    return this.audit.verify();
  }
}
