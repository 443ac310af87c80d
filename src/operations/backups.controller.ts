import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBearerAuth,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { Needs } from '../http/admin/scope.js';
import { ProblemResponse } from '../http/problems/problem.response.js';
import { Id } from '../http/validation.js';
import { BackupView } from './backup.dto.js';
import { BackupsService } from './backups.service.js';

/** Makes backups of the store while it is in use. */
@ApiTags('operations')
@ApiBearerAuth()
@Controller('api/v1/backups')
export class BackupsController {
  constructor(private readonly backups: BackupsService) {}

  @Post()
  @Needs('admin')
  @HttpCode(202)
  @ApiOperation({
    summary: 'Begin a backup of the store',
    description:
      'Copies the SQLite file into the directory `backups` beside it, under a new name, while ' +
      'messages are taken and answered. `recado backup` does so, checks the copy and puts it ' +
      'where it is wanted.',
  })
  @ApiAcceptedResponse({ type: BackupView })
  @ProblemResponse(409, 'One is being made, or the store is MongoDB, which mongodump backs up.')
  @ProblemResponse(507, 'There is too little room for a copy, or its directory cannot be used.')
  begin(): BackupView {
    return this.backups.begin();
  }

  @Get(':id')
  @Needs('admin')
  @ApiOperation({ summary: 'See how far a backup is', description: 'The one begun last is known.' })
  @ApiOkResponse({ type: BackupView })
  one(@Param('id', Id) id: string): BackupView {
    return this.backups.one(id);
  }
}
