import { ApiProperty } from '@nestjs/swagger';
import { iso } from '../clock.js';
import { HANDOVER_STEPS, type HandoverStep, STEP_REASONS } from '../sessions/handover/handover.js';

/** The latest step of a conversation to a person or back to the bot. */
export class HandoverView {
  @ApiProperty({ enum: HANDOVER_STEPS })
  step: HandoverStep['step'];
  @ApiProperty({
    enum: STEP_REASONS,
    description:
      'Why. Of `waiting` as in `waiting_reason`; `takeover`, or a `reply` to who waited; `released` ' +
      'by the `operator`, by the `sender`, after `silence`, or because who waited `opted_out`.',
  })
  reason: HandoverStep['reason'];
  @ApiProperty({ format: 'date-time' })
  at: string;

  /** Returns the view of a step. */
  static of({ step, reason, at }: HandoverStep): HandoverView {
    return { step, reason, at: iso(at) };
  }
}
