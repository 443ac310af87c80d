import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

/** Which messages are asked for. The pages are longer than the API's: checks read whole talks. */
export class ConversationPage {
  @ApiPropertyOptional({ example: '+12025550123', description: 'With or without `whatsapp:`.' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  conversation?: string;
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

/** A message as the control API lists it. */
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
  @ApiPropertyOptional({ description: 'Of an inbound one: how often "typing…" was shown for it.' })
  typing?: number;
}

/** A page of messages. */
export class ListedPage {
  @ApiProperty({ type: [ListedMessage] })
  items: ListedMessage[];
  @ApiProperty({ type: String, nullable: true })
  next_cursor: string | null;
}
