import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

/** Which messages are asked for. The pages are longer than the API's: checks read whole talks. */
export class ConversationPage {
  @ApiPropertyOptional({ example: '+12025550123', description: 'With or without `whatsapp:`.' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  conversation?: string;
  @ApiPropertyOptional({ enum: ['oldest', 'newest'], default: 'oldest' })
  @IsOptional()
  @IsIn(['oldest', 'newest'], { message: 'must be oldest or newest' })
  first: 'oldest' | 'newest' = 'oldest';
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 10_000, default: 1000 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(10_000)
  limit: number = 1000;
  @ApiPropertyOptional({ description: '`next_cursor` of the page before.' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  cursor?: string;
}

/** A file of a listed message. */
export class ListedMedia {
  @ApiProperty()
  sid: string;
  @ApiProperty({ type: String, nullable: true })
  content_type: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Where the business keeps it.' })
  url: string | null;
}

/** Something that can be tapped. */
export class ListedTap {
  @ApiProperty()
  title: string;
  @ApiProperty({ description: 'What comes back beside the title.' })
  id: string;
}

/** Buttons below a message, or the rows of a list behind one. */
export class ListedTaps {
  @ApiProperty({ enum: ['button', 'list'] })
  kind: string;
  @ApiProperty({ type: [ListedTap] })
  items: ListedTap[];
  @ApiPropertyOptional({ description: 'What stands on the button that opens the list.' })
  menu?: string;
}

/** A message as the control API lists it. `status` is what its sender's ticks show. */
export class ListedMessage {
  @ApiProperty()
  sid: string;
  @ApiProperty({ enum: ['inbound', 'outbound'] })
  direction: string;
  @ApiProperty({ example: 'whatsapp:+12025550123' })
  from: string;
  @ApiProperty({ example: 'whatsapp:+14155238886' })
  to: string;
  @ApiProperty()
  body: string;
  @ApiProperty({
    enum: ['received', 'read', 'queued', 'sent', 'delivered', 'undelivered', 'failed'],
  })
  status: string;
  @ApiProperty({ format: 'date-time' })
  created_at: string;
  @ApiProperty({ type: [ListedMedia] })
  media: ListedMedia[];
  @ApiProperty({ type: Number, nullable: true })
  error_code: number | null;
  @ApiPropertyOptional({ type: ListedTaps, description: 'Of an outbound one.' })
  taps?: ListedTaps;
  @ApiPropertyOptional({ description: 'Of an inbound one: how often "typing…" was shown for it.' })
  typing?: number;
  @ApiPropertyOptional({ example: 'text', description: 'Of an inbound one, as all that follows.' })
  message_type?: string;
  @ApiPropertyOptional()
  profile_name?: string;
  @ApiPropertyOptional({ description: 'The message that it answers.' })
  original_replied_message_sid?: string;
  @ApiPropertyOptional()
  button_text?: string;
  @ApiPropertyOptional()
  button_payload?: string;
  @ApiPropertyOptional()
  list_title?: string;
  @ApiPropertyOptional()
  list_id?: string;
  @ApiPropertyOptional()
  latitude?: number;
  @ApiPropertyOptional()
  longitude?: number;
  @ApiPropertyOptional()
  address?: string;
  @ApiPropertyOptional()
  label?: string;
}

/** A page of messages. */
export class ListedPage {
  @ApiProperty({ type: [ListedMessage] })
  items: ListedMessage[];
  @ApiProperty({ type: String, nullable: true })
  next_cursor: string | null;
}

/** Somebody who sees "typing…" now. */
export class TypingTo {
  @ApiProperty({ example: 'whatsapp:+12025550123' })
  to: string;
  @ApiProperty({ format: 'date-time' })
  since: string;
}

/** All who see "typing…" now. */
export class TypingList {
  @ApiProperty({ type: [TypingTo] })
  items: TypingTo[];
}
