import { ApiProperty } from '@nestjs/swagger';

/** The parts of a configuration that can be tried before it is saved. */
export const PROPOSED = ['twilio', 'sender', 'model', 'opening_hours'] as const;
export type ProposedPart = (typeof PROPOSED)[number];

/** What was found of a part of a configuration that isn't saved. */
export class ProposedFinding {
  @ApiProperty({ enum: PROPOSED })
  name: ProposedPart;
  @ApiProperty({ enum: ['ok', 'failed', 'skipped'] })
  status: 'ok' | 'failed' | 'skipped';
  @ApiProperty({ description: 'What was seen; of what failed, the cause.' })
  detail: string;
  @ApiProperty({ nullable: true, type: String, description: 'What to do.' })
  cure: string | null;
}

/** What was found of a configuration that isn't saved. */
export class ProposedFindings {
  @ApiProperty({ type: [ProposedFinding] })
  items: ProposedFinding[];
}
