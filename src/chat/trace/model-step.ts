import { ApiProperty } from '@nestjs/swagger';
import { Step } from './step.js';

const TEXT = { type: String, nullable: true };

/** One message of a prompt. */
export class PromptMessage {
  @ApiProperty({ enum: ['system', 'user', 'assistant'] })
  role: 'system' | 'user' | 'assistant';
  @ApiProperty()
  text: string;
}

/** What a model was told, word for word. */
export class PromptStep extends Step {
  @ApiProperty({ enum: ['prompt'] })
  kind: 'prompt';
  @ApiProperty({ type: [PromptMessage] })
  messages: PromptMessage[];
}

/** One request to a model. */
export class GenerationStep extends Step {
  @ApiProperty({ enum: ['generation'] })
  kind: 'generation';
  @ApiProperty({ example: 'gpt-5.4-mini' })
  model: string;
  @ApiProperty({
    enum: ['answered', 'failed', 'stopped', 'skipped'],
    description:
      'stopped: its time was over, or a new message came; skipped: it was not asked, since it had ' +
      'failed several times just before.',
  })
  outcome: 'answered' | 'failed' | 'stopped' | 'skipped';
  @ApiProperty({ ...TEXT, example: 'model HTTP 503' })
  error: string | null;
  @ApiProperty({ ...TEXT, description: 'What it wrote, with all its marks and thoughts.' })
  raw: string | null;
  @ApiProperty({ ...TEXT, description: 'What is left of it for a reader; null: all of it.' })
  cleaned: string | null;
  @ApiProperty({ description: 'The limit of tokens was reached: it ends at a whole sentence.' })
  cut: boolean;
  @ApiProperty({ type: 'integer', description: "By the server's count." })
  input_tokens: number;
  @ApiProperty({ type: 'integer' })
  output_tokens: number;
}

/** What is said of a request to a model that gave nothing, but for what is told. */
export function generation(
  model: string,
  outcome: GenerationStep['outcome'],
  told: Partial<GenerationStep> = {},
): Omit<GenerationStep, 'at_ms' | 'ms'> {
  const none = { error: null, raw: null, cleaned: null, cut: false };
  return {
    kind: 'generation',
    model,
    outcome,
    ...none,
    input_tokens: 0,
    output_tokens: 0,
    ...told,
  };
}

/** Whether what a model wrote may be sent. */
export class CheckStep extends Step {
  @ApiProperty({ enum: ['check'] })
  kind: 'check';
  @ApiProperty({
    enum: ['guard', 'documents'],
    description:
      'guard: whether each figure, name and link stands somewhere; documents: whether it says what ' +
      'the words say that were found for the question.',
  })
  against: 'guard' | 'documents';
  @ApiProperty()
  passed: boolean;
  @ApiProperty({
    ...TEXT,
    example: 'number',
    description: 'Why not: number, link, name, unfounded or prompt by the guard.',
  })
  reason: string | null;
}
