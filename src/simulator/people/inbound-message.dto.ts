import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsInt,
  IsLatitude,
  IsLongitude,
  IsObject,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateBy,
  ValidateNested,
} from 'class-validator';
import { Exact, Omissible } from '../../http/validation.js';

const SENDER = /^(whatsapp:)?(\+[1-9]\d{5,14}|[A-Z]{2}\.[A-Za-z0-9._-]{1,128})$/;
const MEDIA_TYPE = /^[\w.+-]+\/[\w.+-]+(;.*)?$/;
const SID = /^(SM|MM)[0-9a-fA-F]{32}$/;

function OptionalText(description?: string): PropertyDecorator {
  return (target, name) => {
    ApiPropertyOptional({ type: String, maxLength: 4096, description })(target, name);
    Omissible()(target, name as string);
    IsString()(target, name as string);
    MaxLength(4096)(target, name as string);
  };
}

/** class-validator's own rule is an expression that overflows its stack on files of many megabytes. */
function Base64(): PropertyDecorator {
  const validate = (value: unknown) =>
    typeof value === 'string' && Buffer.from(value, 'base64').toString('base64') === value;
  return ValidateBy({ name: 'base64', validator: { validate } }, { message: 'must be base64' });
}

/** A file that somebody sends, as it is given to the control API. */
@Exact()
export class InboundMedia {
  @ApiProperty({ pattern: MEDIA_TYPE.source, example: 'audio/ogg' })
  @Matches(MEDIA_TYPE, { message: 'must be a media type such as image/jpeg' })
  content_type: string;
  @ApiProperty()
  @Base64()
  base64: string;
}

/** Somebody's name and phone, as they are given to the control API. */
@Exact()
export class InboundContact {
  @ApiProperty({ maxLength: 256, example: 'Ana López' })
  @IsString()
  @MaxLength(256)
  name: string;
  @ApiPropertyOptional({ maxLength: 256, example: '+12025550123' })
  @Omissible()
  @IsString()
  @MaxLength(256)
  phone?: string;
}

/** A message that somebody sends to the business, as it is given to the control API. */
@Exact()
export class InboundMessage {
  @ApiProperty({
    pattern: SENDER.source,
    example: 'whatsapp:+12025550123',
    description: 'A phone, or a user id.',
  })
  @Matches(SENDER, {
    message: 'must look like whatsapp:+12025550123 or whatsapp:US.13491208655302',
  })
  from: string;
  @ApiPropertyOptional({
    maxLength: 100_000,
    example: 'What are your opening hours?',
    default: '',
  })
  @Omissible()
  @IsString()
  @MaxLength(100_000)
  body?: string;
  @OptionalText()
  profile_name?: string;
  @ApiPropertyOptional({
    pattern: SENDER.source,
    description: 'The user id that comes with a phone.',
  })
  @Omissible()
  @Matches(SENDER, { message: 'must look like US.13491208655302' })
  external_user_id?: string;
  @OptionalText("The user id of the sender's company.")
  parent_external_user_id?: string;
  @ApiPropertyOptional({ type: [InboundMedia], maxItems: 10 })
  @Omissible()
  @IsArray()
  @ArrayMaxSize(10)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => InboundMedia)
  media?: InboundMedia[];
  @ApiPropertyOptional({ minimum: -90, maximum: 90 })
  @Omissible()
  @IsLatitude()
  latitude?: number;
  @ApiPropertyOptional({ minimum: -180, maximum: 180 })
  @Omissible()
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
  @OptionalText("The title of a list's row that was chosen.")
  list_title?: string;
  @OptionalText("The id of a list's row that was chosen.")
  list_id?: string;
  @ApiPropertyOptional({ type: [InboundContact], maxItems: 10, description: 'Sent as vCards.' })
  @Omissible()
  @IsArray()
  @ArrayMaxSize(10)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => InboundContact)
  contacts?: InboundContact[];
  @ApiPropertyOptional({ type: Object, description: 'The answers to a form (WhatsApp Flows).' })
  @Omissible()
  @IsObject()
  flow?: Record<string, unknown>;
  @OptionalText('Of the advertisement that the chat was opened from.')
  referral_headline?: string;
  @OptionalText('Of the advertisement that the chat was opened from.')
  referral_body?: string;
  @OptionalText('Of the advertisement that the chat was opened from.')
  referral_source_url?: string;
  @OptionalText('Without it, made from what the message has.')
  message_type?: string;
  @ApiPropertyOptional()
  @Omissible()
  @IsBoolean()
  forwarded?: boolean;
  @OptionalText('The message that this one answers.')
  original_replied_message_sid?: string;
  @OptionalText('STOP, HELP or START: Advanced Opt-Out has answered already.')
  opt_out_type?: string;
  @ApiPropertyOptional({
    description: 'Any other field of the form, by its name at Twilio; a list is a repeated field.',
  })
  @Omissible()
  @IsObject()
  fields?: Record<string, string | string[]>;
  @ApiPropertyOptional({
    description: 'Signed with SIMULATOR_SHARED_KEY, as it is when there is one, or with the token.',
  })
  @Omissible()
  @IsBoolean()
  shared_key?: boolean;
  @ApiPropertyOptional({ pattern: SID.source, description: 'A repeat of a message has its SID.' })
  @Omissible()
  @Matches(SID, { message: 'must be SM or MM and 32 hexadecimal digits' })
  message_sid?: string;
  @ApiPropertyOptional({
    default: true,
    description: 'False: its webhook is lost; the message is in the list only.',
  })
  @Omissible()
  @IsBoolean()
  webhook?: boolean;
  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    maximum: 100,
    default: 1,
    description: 'How often it comes.',
  })
  @Omissible()
  @IsInt()
  @Min(1)
  @Max(100)
  times?: number;
}
