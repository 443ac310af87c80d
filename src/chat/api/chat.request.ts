import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, IsUUID, Matches } from 'class-validator';
import { Readable } from '../../http/readable.js';
import { Exact } from '../../http/validation.js';

/** What is said to the bot over the API. */
@Exact()
export class ChatRequest {
  // How long it may be is for MAX_INBOUND_CHARS to say, when the app starts.
  @ApiProperty({ minLength: 1, pattern: '[^\\s\\u0000]', example: 'When do you open on Sundays?' })
  @Readable()
  @Matches(/\S/, { message: 'must not be empty' })
  @IsString({ message: 'must be a text' })
  text: string;

  @ApiPropertyOptional({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'The conversation to go on with. Without it, one begins.',
  })
  @IsOptional()
  @IsUUID('all', { message: 'must be the id of a conversation' })
  conversation_id?: string | null;
}
