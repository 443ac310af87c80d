import { Body, Controller, Get, Header, HttpCode, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { TokenOnly } from '../../http/admin/admin.guard.js';
import { Needs } from '../../http/admin/scope.js';
import { ProblemResponse } from '../../http/problems/problem.response.js';
import { AdminTokenService } from './admin-token.service.js';
import { AdminTokenChange, ChangedKey, ChangedToken, KeysView } from './keys.dto.js';
import { KeysService } from './keys.service.js';

/** The keys of the installation. What changes them is for the command line, not for a page. */
@ApiTags('access')
@ApiBearerAuth()
@Controller('api/v1/keys')
export class KeysController {
  constructor(
    private readonly keys: KeysService,
    private readonly adminToken: AdminTokenService,
  ) {}

  @Get()
  @Needs('admin')
  @ApiOperation({
    summary: 'Show which keys each node uses',
    description: 'By names that tell nothing of them, so that a change can be followed.',
  })
  @ApiOkResponse({ type: KeysView })
  show(): Promise<KeysView> {
    return this.keys.view();
  }

  @Post('secret/rotation')
  @Needs('admin')
  @TokenOnly()
  @HttpCode(200)
  @ApiOperation({
    summary: 'Change SECRET_KEY',
    description: 'Where Recado made it. Everything is sealed anew; the former key stays in a file.',
  })
  @ApiOkResponse({ type: ChangedKey })
  @ProblemResponse(409, 'The environment gives the key.')
  secret(): Promise<ChangedKey> {
    return this.keys.change();
  }

  @Post('admin/rotation')
  @Needs('admin')
  @TokenOnly()
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  @ApiOperation({
    summary: 'Change the admin token',
    description:
      'In DATA_DIR/admin-token it is changed at once, and the former one counts for a day. Where the ' +
      'environment gives it, the answer has the next one: for a week each node takes both.',
  })
  @ApiBody({ type: AdminTokenChange, required: false })
  @ApiOkResponse({ type: ChangedToken })
  admin(@Body() change: AdminTokenChange): Promise<ChangedToken> {
    return this.adminToken.change(change);
  }
}
