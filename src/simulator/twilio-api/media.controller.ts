import {
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Query,
  StreamableFile,
  UseInterceptors,
} from '@nestjs/common';
import { MediaFault } from './media-fault.interceptor.js';
import { MediaFiles } from './media-files.js';
import type { ListQuery } from './lists/pages.js';
import { TwilioApi } from './twilio-api.decorator.js';

/** Twilio's Media: the files of inbound messages. Without `.json` come the bytes. */
@TwilioApi()
@Controller('2010-04-01/Accounts/:account/Messages/:message')
export class MediaController {
  constructor(private readonly files: MediaFiles) {}

  @Get('Media.json')
  list(@Param('message') message: string, @Query() query: ListQuery) {
    return this.files.list(message, query);
  }

  @Get('Media/:media.json')
  describe(@Param('message') message: string, @Param('media') media: string) {
    return this.files.describe(message, media);
  }

  @Get('Media/:media')
  @UseInterceptors(MediaFault)
  async fetch(@Param('message') message: string, @Param('media') media: string) {
    const { bytes, contentType } = await this.files.fetch(message, media);
    return new StreamableFile(bytes, { type: contentType, length: bytes.length });
  }

  @Delete('Media/:media.json')
  @HttpCode(204)
  delete(@Param('message') message: string, @Param('media') media: string) {
    return this.files.delete(message, media);
  }
}
