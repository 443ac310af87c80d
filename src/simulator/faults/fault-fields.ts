import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, IsNumber, Max, Min } from 'class-validator';

/** A share of the requests. */
export function Rate(): PropertyDecorator {
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

/** A time of ten minutes at most. */
export function Milliseconds(initial = 1000, description?: string): PropertyDecorator {
  return (target, name) => {
    const range = { type: 'integer', minimum: 0, maximum: 600_000, default: initial } as const;
    ApiPropertyOptional({ ...range, description })(target, name);
    IsInt()(target, name as string);
    Min(0)(target, name as string);
    Max(600_000)(target, name as string);
  };
}

/** An error code of Twilio's, in the document. */
export const CODE = { type: 'integer', minimum: 10_000, maximum: 99_999 } as const;

/** An error code of Twilio's. */
export function ErrorCode(): PropertyDecorator {
  return (target, name) => {
    IsInt()(target, name as string);
    Min(10_000)(target, name as string);
    Max(99_999)(target, name as string);
  };
}
