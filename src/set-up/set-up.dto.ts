import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { iso } from '../clock.js';
import type { Known } from './kept-verdict.js';
import { type Part, PARTS } from './looks.js';
import { BEING_CHECKED, CONSEQUENCES, NOT_KNOWN } from './sentences.js';
import { type State, STATES, type Verdict } from './verdict.js';

/** What was found, in words for an operator. */
export class SetUpFinding {
  @ApiProperty({ enum: STATES, description: 'not_applicable: nothing is wanted of it.' })
  state: State;
  @ApiProperty({ description: 'What was seen; of what is not right, what that means.' })
  summary: string;
  @ApiProperty({ nullable: true, type: String, description: 'Why it is not right.' })
  cause: string | null;
  @ApiProperty({ nullable: true, type: String, description: 'What to do.' })
  cure: string | null;

  static of(part: Part, { state, detail, cure }: Verdict): SetUpFinding {
    if (state === 'ok' || state === 'not_applicable')
      return { state, summary: detail, cause: null, cure: null };
    const summary = state === 'unknown' ? NOT_KNOWN : CONSEQUENCES[part];
    return { state, summary, cause: detail, cure: cure ?? null };
  }
}

/** A part of the set-up. */
export class SetUpItem extends SetUpFinding {
  @ApiProperty({ enum: PARTS })
  id: Part;
  @ApiProperty({ description: 'Twilio is played by the simulator, and this with it.' })
  simulated: boolean;
  @ApiProperty({ format: 'date-time', nullable: true, type: String })
  checked_at: string | null;
  @ApiProperty({ description: 'A look is under way: ask again.' })
  checking: boolean;
  @ApiPropertyOptional({ description: 'Of the webhook: the address to give to Twilio.' })
  url?: string;

  static from(id: Part, { verdict, at, checking }: Known, more: Shown): SetUpItem {
    const none = { state: 'unknown' as const, summary: BEING_CHECKED, cause: null, cure: null };
    const found = verdict ? SetUpFinding.of(id, verdict) : none;
    const checked_at = at === undefined ? null : iso(at);
    return { id, ...found, checked_at, checking, ...more };
  }
}

/** What an item shows besides what was found. */
type Shown = Pick<SetUpItem, 'simulated' | 'url'>;

/** The whole set-up. */
export class SetUpView {
  @ApiProperty({ type: [SetUpItem] })
  items: SetUpItem[];
  @ApiProperty({ description: 'Every part that is wanted is right.' })
  complete: boolean;
}
