import { ApiExtraModels, ApiProperty, getSchemaPath } from '@nestjs/swagger';
import { UsageProperty, type UsageView } from '../usage/usage.dto.js';
import { CheckStep, GenerationStep, PromptStep } from './model-step.js';
import { TraceOutcome } from './outcome.js';
import { SearchStep } from './search-step.js';
import { CuratedStep, QuoteStep, UnderstandStep } from './step.js';

const STEPS = {
  understand: UnderstandStep,
  curated: CuratedStep,
  search: SearchStep,
  quote: QuoteStep,
  prompt: PromptStep,
  generation: GenerationStep,
  check: CheckStep,
};

/** One step of an answer. */
export type TraceStep = InstanceType<(typeof STEPS)[keyof typeof STEPS]>;

const schemas = Object.entries(STEPS).map(([kind, of]) => [kind, getSchemaPath(of)] as const);

/** A property with how long each stage of an answer took, as `Budget` measures it. */
export function TimingsProperty(): PropertyDecorator {
  return ApiProperty({
    type: 'object',
    additionalProperties: { type: 'number' },
    description: 'Milliseconds of each stage, and of all of them.',
    example: { history_ms: 1, retrieval_ms: 2, model_ms: 840, total_ms: 843 },
  });
}

/**
 * What an answer was made from. It is stored in the form in which the API shows it, and holds what its
 * sender wrote: it is erased with the answer.
 */
@ApiExtraModels(...Object.values(STEPS))
export class Trace {
  @ApiProperty({ type: TraceOutcome })
  outcome: TraceOutcome;

  @ApiProperty({
    type: 'array',
    items: {
      oneOf: schemas.map(([, $ref]) => ({ $ref })),
      discriminator: { propertyName: 'kind', mapping: Object.fromEntries(schemas) },
    },
    description: 'In the order in which they ended.',
  })
  steps: TraceStep[];

  @TimingsProperty()
  timings: Record<string, number>;

  @UsageProperty('What models used for it, also where their answer was not sent; null: none did.')
  usage: UsageView | null;

  @ApiProperty({ description: 'Something was too long: its texts end with a mark, or steps lack.' })
  cut: boolean;
}

/** The trace of an answer that was made without any step. */
export function traceOf(outcome: TraceOutcome): Trace {
  return { outcome, steps: [], timings: {}, usage: null, cut: false };
}
