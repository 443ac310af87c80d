import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBase64,
  IsBoolean,
  IsInt,
  IsLatitude,
  IsLongitude,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { Exact } from '../http/validation.js';

const SENDER = /^(whatsapp:)?(\+[1-9]\d{5,14}|[A-Z]{2}\.[A-Za-z0-9._-]{1,128})$/;
const SID = /^(SM|MM)[0-9a-fA-F]{32}$/;

function OptionalText(description?: string): PropertyDecorator {
  return (target, name) => {
    ApiPropertyOptional({ type: String, description })(target, name);
    IsOptional()(target, name as string);
    IsString()(target, name as string);
    MaxLength(4096)(target, name as string);
  };
}

/** A file that somebody sends, as it is given to the control API. */
@Exact()
export class InboundMedia {
  @ApiProperty({ example: 'audio/ogg' })
  @Matches(/^[\w.+-]+\/[\w.+-]+(;.*)?$/, { message: 'must be a media type such as image/jpeg' })
  content_type: string;
  @ApiProperty()
  @IsBase64()
  base64: string;
}

/** A message that somebody sends to the business, as it is given to the control API. */
@Exact()
export class InboundMessage {
  @ApiProperty({ example: 'whatsapp:+12025550123', description: 'A phone, or a user id.' })
  @Matches(SENDER, {
    message: 'must look like whatsapp:+12025550123 or whatsapp:US.13491208655302',
  })
  from: string;
  @ApiPropertyOptional({ example: 'What are your opening hours?', default: '' })
  @IsOptional()
  @IsString()
  @MaxLength(100_000)
  body?: string;
  @OptionalText()
  profile_name?: string;
  @ApiPropertyOptional({ description: 'The user id that comes with a phone.' })
  @IsOptional()
  @Matches(SENDER, { message: 'must look like US.13491208655302' })
  external_user_id?: string;
  @ApiPropertyOptional({ type: [InboundMedia] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  @Type(() => InboundMedia)
  media?: InboundMedia[];
  @ApiPropertyOptional()
  @IsOptional()
  @IsLatitude()
  latitude?: number;
  @ApiPropertyOptional()
  @IsOptional()
  @IsLongitude()
  longitude?: number;
  @OptionalText('Of a location.')
  address?: string;
  @OptionalText('Of a location.')
  label?: string;
  @OptionalText('Of a pressed button.')
  button_text?: string;
  @OptionalText('Of a pressed button.')
  button_payload?: string;
  @OptionalText('Without it, made from what the message has.')
  message_type?: string;
  @ApiPropertyOptional()
  @IsOptional()
  @IsBoolean()
  forwarded?: boolean;
  @OptionalText('The message that this one answers.')
  original_replied_message_sid?: string;
  @OptionalText('STOP, HELP or START: Advanced Opt-Out has answered already.')
  opt_out_type?: string;
  @ApiPropertyOptional({ description: 'Any other field of the form, by its name at Twilio.' })
  @IsOptional()
  @IsObject()
  fields?: Record<string, string>;
  @ApiPropertyOptional({ description: 'A repeat of a message has its SID.' })
  @IsOptional()
  @Matches(SID, { message: 'must be SM or MM and 32 hexadecimal digits' })
  message_sid?: string;
  @ApiPropertyOptional({ minimum: 1, maximum: 100, default: 1, description: 'How often it comes.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(100)
  times?: number;
}
