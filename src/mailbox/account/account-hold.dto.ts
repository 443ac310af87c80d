import { ApiProperty } from '@nestjs/swagger';
import { iso } from '../../clock.js';
import type { AccountStore, Hold } from './account.store.js';

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

  /** Returns what an operator may see of the hold that stands; null where none does. */
  static async of(account: AccountStore): Promise<AccountHoldView | null> {
    const hold = await account.find();
    return hold ? AccountHoldView.with(hold, await account.waiting()) : null;
  }

  private static with(hold: Hold, waiting: number): AccountHoldView {
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
