import { ApiProperty } from '@nestjs/swagger';
import { iso } from '../../clock.js';
import { ANY_LINE, type LineId } from '../../config/lines/line.js';
import type { Hold } from './hold.store.js';
import type { ShownHolds } from './shown-holds.js';

/** Why a message, or none, can be sent, and what the operator should do. */
export class WhyNotSent {
  @ApiProperty({ type: Number, nullable: true, description: "Twilio's error code." })
  code: number | null;
  @ApiProperty()
  message: string;
  @ApiProperty({ type: String, nullable: true, description: 'What to do next.' })
  action: string | null;
}

/** Twilio refuses the account or its settings: no answer can go out, and all are kept. */
export class AccountHoldView extends WhyNotSent {
  @ApiProperty({ format: 'date-time' })
  since: string;
  @ApiProperty({ description: 'How many answers wait; counted up to 100,000.' })
  waiting: number;
  @ApiProperty({ format: 'date-time', description: 'When one of them is tried.' })
  next_try_at: string;

  static of(hold: Hold, waiting: number): AccountHoldView {
    return {
      since: iso(hold.since),
      code: hold.code ?? null,
      message: hold.message,
      action: hold.action ?? null,
      waiting,
      next_try_at: iso(hold.tryAt),
    };
  }
}

/** Twilio refuses one of the lines: its answers are kept, and those of the others go out. */
export class LineHoldView extends AccountHoldView {
  @ApiProperty({
    type: String,
    pattern: ANY_LINE.source,
    example: '+15005550006',
    description: 'The number, or the SID of the Messaging Service; `default` for the default line.',
  })
  line: LineId;
}

/** What an operator may see of the holds that stand. */
export interface HoldsView {
  /** Null while Twilio takes the account. */
  account: AccountHoldView | null;
  /** By the names of the lines. */
  lines: LineHoldView[];
}

/** Returns what holds answers back. Throws what the store throws. */
export async function holdsIn(holds: ShownHolds): Promise<HoldsView> {
  const all = await holds.all();
  const shown = all.map(async (hold) => ({
    line: hold.line,
    ...AccountHoldView.of(hold, await holds.waiting(hold.line)),
  }));
  const views = await Promise.all(shown);
  const [account = null] = views.filter(({ line }) => line === undefined);
  return { account, lines: views.filter((view): view is LineHoldView => view.line !== undefined) };
}
