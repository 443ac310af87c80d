import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Injectable,
  Param,
  type PipeTransform,
  Put,
  Query,
} from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiBody,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import { LINE_ID, type LineId } from '../config/lines/line.js';
import { LineSettingsUpdate, LineSettingsView } from '../config/lines/line-settings.dto.js';
import { AskedBy, type Caller } from '../http/admin/caller.js';
import { Needs } from '../http/admin/scope.js';
import { Page } from '../http/page.js';
import { Problem } from '../http/problems/problem.js';
import { LinePage } from './lines.dto.js';
import { LinesService } from './lines.service.js';

/** The line in an address. Throws a `Problem` (400) for what names none. */
@Injectable()
class LineInPath implements PipeTransform<string, LineId> {
  transform(value: string): LineId {
    if (LINE_ID.test(value)) return value;
    const message = 'must be a number such as +15005550006, or the SID of a Messaging Service';
    throw new Problem(400, 'Bad Request', `id ${message}`, { errors: [{ field: 'id', message }] });
  }
}

const ID = { name: 'id', schema: { type: 'string' as const, pattern: LINE_ID.source } };

/** Lists the business's numbers and Messaging Services, and sets them up. */
@ApiTags('lines')
@ApiBearerAuth()
@Controller('api/v1/lines')
export class LinesController {
  constructor(private readonly lines: LinesService) {}

  @Get()
  @Needs('read')
  @ApiOperation({
    summary: 'List the lines',
    description:
      'The default one, those that are set up, and those that were written to and are not set up: ' +
      'what came there is kept, and nobody answers it until they are.',
  })
  @ApiOkResponse({ type: LinePage })
  list(@Query() page: Page): Promise<LinePage> {
    return this.lines.page(page);
  }

  @Get(':id/config')
  @Needs('read')
  @ApiParam(ID)
  @ApiOperation({
    summary: 'Show the settings of a line',
    description: 'The values in effect there, and where each comes from.',
  })
  @ApiOkResponse({ type: LineSettingsView })
  show(@Param('id', LineInPath) id: LineId): Promise<LineSettingsView> {
    return this.lines.settingsOf(id);
  }

  @Put(':id/config')
  @Needs('admin')
  @ApiParam(ID)
  @ApiOperation({
    summary: 'Set a line up, or change its settings',
    description:
      'Changes the fields given, at once. What waits on the line is answered, as far as WhatsApp ' +
      'still allows it.',
  })
  @ApiBody({ type: LineSettingsUpdate, required: false })
  @ApiOkResponse({ type: LineSettingsView })
  put(
    @Param('id', LineInPath) id: LineId,
    @Body() update: LineSettingsUpdate,
    @AskedBy() caller: Caller,
  ): Promise<LineSettingsView> {
    return this.lines.put(id, update, caller);
  }

  @Delete(':id')
  @Needs('admin')
  @HttpCode(204)
  @ApiParam(ID)
  @ApiOperation({
    summary: 'Take a line away',
    description: 'Its conversations stay. What comes to it is kept, and nobody answers it.',
  })
  @ApiNoContentResponse()
  remove(@Param('id', LineInPath) id: LineId, @AskedBy() caller: Caller): Promise<void> {
    return this.lines.remove(id, caller);
  }
}
