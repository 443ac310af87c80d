import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsIn,
  IsInt,
  IsNumber,
  IsObject,
  IsString,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { Exact, Omissible } from '../../http/validation.js';

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
const CALLBACK_MODES = ['none', 'drop', 'delay', 'repeat', 'shuffle'] as const;

/** The generator's state has 32 bits. */
const MOST_SEED = 2 ** 32 - 1;

function Rate(): PropertyDecorator {
  return (target, name) => {
    ApiPropertyOptional({ minimum: 0, maximum: 1, default: 1, description: 'How many are hit.' })(
      target,
      name,
    );
    IsNumber()(target, name as string);
    Min(0)(target, name as string);
    Max(1)(target, name as string);
  };
}

function Milliseconds(): PropertyDecorator {
  return (target, name) => {
    ApiPropertyOptional({ type: 'integer', minimum: 0, maximum: 600_000, default: 1000 })(
      target,
      name,
    );
    IsInt()(target, name as string);
    Min(0)(target, name as string);
    Max(600_000)(target, name as string);
  };
}

const CODE = { type: 'integer', minimum: 10_000, maximum: 99_999 } as const;

function ErrorCode(): PropertyDecorator {
  return (target, name) => {
    IsInt()(target, name as string);
    Min(10_000)(target, name as string);
    Max(99_999)(target, name as string);
  };
}

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

/** All that goes wrong on purpose. A part that is not given goes right. */
@Exact()
export class FaultSettings {
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
