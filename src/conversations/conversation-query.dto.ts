import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { WA_ID, withoutScheme } from '../address.js';
import { ANY_LINE, DEFAULT_LINE } from '../config/lines/line.js';
import { LineInQuery } from '../config/lines/line-in-query.js';
import { Page } from '../http/page.js';
import { Readable } from '../http/validation.js';
import type { ConversationFilter } from '../sessions/conversation.js';

type YesOrNo = 'true' | 'false';

/** A condition that a conversation meets or doesn't. */
function YesOrNo(description: string): PropertyDecorator {
  const checks = [
    ApiPropertyOptional({ enum: ['true', 'false'], description }),
    IsOptional(),
    IsIn(['true', 'false'], { message: 'must be true or false' }),
  ];
  return (target, property) => checks.forEach((check) => check(target, property));
}

/** Selects the conversations to list. All that is given must be met. */
export class ConversationQuery extends Page {
  @ApiPropertyOptional({
    enum: ['activity', 'begun'],
    description:
      'activity: where something was said last comes first; begun: which was begun last. Without ' +
      'it, begun; with `waiting=true`, the longest waiting first.',
  })
  @IsOptional()
  @IsIn(['activity', 'begun'], { message: 'must be activity or begun' })
  sort?: 'activity' | 'begun';

  @ApiPropertyOptional({ enum: ['bot', 'human'], description: 'Who has it.' })
  @IsOptional()
  @IsIn(['bot', 'human'], { message: 'must be bot or human' })
  mode?: 'bot' | 'human';

  @YesOrNo('Whether its sender wants nothing more.')
  opted_out?: YesOrNo;

  @YesOrNo('Whether nothing reaches its sender.')
  unreachable?: YesOrNo;

  @YesOrNo('Whether its sender waits for a person.')
  waiting?: YesOrNo;

  @YesOrNo('Whether the sender wrote something that no person has read.')
  unread?: YesOrNo;

  @ApiPropertyOptional({ enum: ['whatsapp', 'api'], description: 'Where it is held.' })
  @IsOptional()
  @IsIn(['whatsapp', 'api'], { message: 'must be whatsapp or api' })
  channel?: 'whatsapp' | 'api';

  @ApiPropertyOptional({
    pattern: ANY_LINE.source,
    example: DEFAULT_LINE,
    description: 'The line that it is held on.',
  })
  @IsOptional()
  @LineInQuery()
  line?: string;

  @ApiPropertyOptional({
    maxLength: 200,
    description:
      'Each of these words, of which the first eight count, begins a word of one message, or of the ' +
      "sender's name and number, of which any end will do. Neither case nor accents count. A message " +
      'is found once it is answered or left to a person. The latest 2,000 messages that have the ' +
      'words are looked at. What has neither letters nor digits finds nothing.',
    example: 'opening hours',
  })
  @IsOptional()
  @Readable()
  @IsString({ message: 'must be a text' })
  @MaxLength(200, { message: 'may have 200 characters at most' })
  q?: string;

  @ApiPropertyOptional({
    pattern: WA_ID.source.replace('^', '^(whatsapp:)?'),
    example: '+15005550006',
    description: 'A phone or a WhatsApp user id.',
  })
  @IsOptional()
  // In a query, a plus that the caller didn't write as %2B arrives as a space.
  @Transform(({ value }) =>
    typeof value === 'string' ? withoutScheme(value).replace(/^ (?=\d)/, '+') : value,
  )
  @Matches(WA_ID, {
    message: 'must look like +15005550006 or US.13491',
  })
  wa_id?: string;
}

/** Returns what a query selects, without what it searches. */
export function filterOf(query: Partial<ConversationQuery>): ConversationFilter {
  const { mode, opted_out, unreachable, waiting, unread, channel, line, wa_id, sort } = query;
  return {
    takenOver: mode && mode === 'human',
    optedOut: opted_out && opted_out === 'true',
    unreachable: unreachable && unreachable === 'true',
    waitingForPerson: waiting && waiting === 'true',
    unread: unread && unread === 'true',
    channel,
    line,
    waId: wa_id,
    order: sort,
  };
}
