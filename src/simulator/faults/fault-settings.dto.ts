import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsString,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { Exact, Omissible } from '../../http/validation.js';
import { CODE, ErrorCode, Milliseconds, Rate } from './fault-fields.js';

const CREATE_MODES = [
  'none',
  '429',
  '500',
  'refuse',
  'hang',
  'accept_hang',
  'accept_cut',
  'slow',
] as const;
const MEDIA_MODES = ['none', 'late', 'redirect', 'endless', 'refuse'] as const;
const CONTENT_MODES = ['none', '500', 'slow'] as const;
const CALLBACK_MODES = ['none', 'drop', 'delay', 'repeat', 'shuffle'] as const;

/** The generator's state has 32 bits. */
const MOST_SEED = 2 ** 32 - 1;

/** What happens to requests that create a message. */
@Exact()
export class CreateFaults {
  @ApiPropertyOptional({ enum: CREATE_MODES, default: 'none' })
  @IsIn(CREATE_MODES)
  mode: (typeof CREATE_MODES)[number] = 'none';
  @ApiPropertyOptional({ ...CODE, example: 21211, description: 'Of `refuse`, `429` and `500`.' })
  @Omissible()
  @ErrorCode()
  error_code?: number;
  @Rate()
  rate: number = 1;
  /** Of `slow`. */
  @Milliseconds()
  delay_ms: number = 1000;
}

/** What happens to status callbacks. */
@Exact()
export class CallbackFaults {
  @ApiPropertyOptional({ enum: CALLBACK_MODES, default: 'none' })
  @IsIn(CALLBACK_MODES)
  mode: (typeof CALLBACK_MODES)[number] = 'none';
  @Rate()
  rate: number = 1;
  /** Of `delay`. */
  @Milliseconds()
  delay_ms: number = 1000;
}

/** Messages that are accepted and then fail. */
@Exact()
export class DeliveryFaults {
  @ApiProperty({ ...CODE, example: 63016 })
  @ErrorCode()
  error_code: number;
  @Rate()
  rate: number = 1;
}

/** What happens to requests that make or list templates and buttons. */
@Exact()
export class ContentFaults {
  @ApiPropertyOptional({ enum: CONTENT_MODES, default: 'none' })
  @IsIn(CONTENT_MODES)
  mode: (typeof CONTENT_MODES)[number] = 'none';
  @Rate()
  rate: number = 1;
  /** Of `slow`. */
  @Milliseconds()
  delay_ms: number = 1000;
}

/** What happens to requests for the file of a message. */
@Exact()
export class MediaFaults {
  @ApiPropertyOptional({ enum: MEDIA_MODES, default: 'none' })
  @IsIn(MEDIA_MODES)
  mode: (typeof MEDIA_MODES)[number] = 'none';
  @ApiPropertyOptional({ description: 'Of `redirect`: where to.', default: 'http://127.0.0.1/' })
  @IsString()
  location: string = 'http://127.0.0.1/';
  @Rate()
  rate: number = 1;
  /** Of `late`: how long after its message a file is not there. */
  @Milliseconds()
  delay_ms: number = 1000;
}

/** What happens to the webhooks of messages that people write. */
@Exact()
export class InboundFaults {
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 100, default: 1 })
  @IsInt()
  @Min(1)
  @Max(100)
  times: number = 1;
  @Milliseconds(0)
  delay_ms: number = 0;
  @Milliseconds(
    0,
    'Each second message of a sender overtakes the one before, which waits for it so long at most.',
  )
  overtake_ms: number = 0;
  @ApiPropertyOptional({ default: false, description: 'Signed with a wrong key.' })
  @IsBoolean()
  bad_signature: boolean = false;
  @ApiPropertyOptional({ description: 'As of a message.' })
  @Omissible()
  @IsBoolean()
  shared_key?: boolean;
  @Rate()
  rate: number = 1;
}

/** All that goes wrong on purpose. A part that is not given goes right. */
@Exact()
export class FaultSettings {
  @ApiPropertyOptional({ type: InboundFaults })
  @Omissible()
  @IsObject()
  @ValidateNested()
  @Type(() => InboundFaults)
  inbound?: InboundFaults;
  @ApiPropertyOptional({ type: CreateFaults })
  @Omissible()
  @IsObject()
  @ValidateNested()
  @Type(() => CreateFaults)
  create?: CreateFaults;
  @ApiPropertyOptional({ type: CallbackFaults })
  @Omissible()
  @IsObject()
  @ValidateNested()
  @Type(() => CallbackFaults)
  callbacks?: CallbackFaults;
  @ApiPropertyOptional({ type: DeliveryFaults })
  @Omissible()
  @IsObject()
  @ValidateNested()
  @Type(() => DeliveryFaults)
  delivery?: DeliveryFaults;
  @ApiPropertyOptional({ type: MediaFaults })
  @Omissible()
  @IsObject()
  @ValidateNested()
  @Type(() => MediaFaults)
  media?: MediaFaults;
  @ApiPropertyOptional({ type: ContentFaults })
  @Omissible()
  @IsObject()
  @ValidateNested()
  @Type(() => ContentFaults)
  content?: ContentFaults;
  @ApiPropertyOptional({
    type: 'integer',
    minimum: 0,
    maximum: MOST_SEED,
    description: 'The same seed hits the same requests again.',
  })
  @Omissible()
  @IsInt()
  @Min(0)
  @Max(MOST_SEED)
  seed?: number;
}
