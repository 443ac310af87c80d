import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength, MinLength } from 'class-validator';
import { Exact, Readable } from '../http/validation.js';
import type { Played } from './player.js';
import { stepInWords } from './team.js';

/** Characters: what the body of a request can hold beside them. */
const MOST_CHARACTERS = 3_000_000;

/** A scenario to play. */
@Exact()
export class RehearsalRequest {
  @ApiProperty({ minLength: 1, maxLength: 200, example: 'hours.yaml' })
  @Readable()
  @IsString({ message: 'must be a text' })
  @MinLength(1, { message: 'must not be empty' })
  @MaxLength(200, { message: 'may have 200 characters at most' })
  name: string;

  @ApiProperty({
    minLength: 1,
    maxLength: MOST_CHARACTERS,
    example: 'conversations: [{ turns: [{ ask: Hello }] }]',
    description:
      "The scenario's text, YAML or JSON (docs/testing-your-bot.md). Its `documents`, `now` and " +
      '`config` count only in a Recado of its own: `npx recado simulate --fresh`.',
  })
  @Readable()
  @IsString({ message: 'must be a text' })
  @MinLength(1, { message: 'must not be empty' })
  @MaxLength(MOST_CHARACTERS, { message: `may have ${MOST_CHARACTERS} characters at most` })
  scenario: string;
}

/** A turn that was played. */
export class PlayedTurn {
  @ApiProperty({ type: 'integer', description: 'Which of the conversations, from 1.' })
  conversation: number;
  @ApiProperty({ type: 'integer', description: 'Which of its turns, from 1.' })
  turn: number;
  @ApiProperty()
  kind: string;
  @ApiProperty({
    description: 'What was written; of a step of the team, which: `[release]`, `[reply] Hello`.',
  })
  ask: string;
  @ApiProperty({ description: 'Its parts as they were sent, joined.' })
  answer: string;
  @ApiProperty()
  passed: boolean;
  @ApiProperty({ type: [String], example: ['misses "7:30"'], description: 'What was wrong.' })
  faults: string[];
  @ApiProperty({ description: "The message's SID; empty where the team did something." })
  sid: string;
  @ApiProperty({ type: String, nullable: true })
  conversation_id: string | null;
  @ApiProperty({ type: 'integer', description: 'Milliseconds from the message to its answer.' })
  ms: number;

  static of({ asked, given, faults, conversationId, mark: _, ...played }: Played): PlayedTurn {
    return {
      ...played,
      kind: asked.kind,
      ask: asked.operator ? stepInWords(asked.operator) : asked.ask,
      answer: given.text,
      passed: !faults.length,
      faults,
      conversation_id: conversationId ?? null,
    };
  }
}

/** A scenario that is played, or was. */
export class RehearsalView {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty({ example: 'hours.yaml' })
  name: string;
  @ApiProperty({ enum: ['running', 'done', 'stopped', 'broken'] })
  state: 'running' | 'done' | 'stopped' | 'broken';
  @ApiProperty({ type: 'integer', description: 'How many turns the scenario has.' })
  turns_in_all: number;
  @ApiProperty({ type: [PlayedTurn], description: 'Those that were played.' })
  turns: PlayedTurn[];
  @ApiProperty({ type: 'integer' })
  passed: number;
  @ApiProperty({ type: 'integer' })
  failed: number;
  @ApiProperty({ type: String, nullable: true, description: 'Why it could not go on.' })
  error: string | null;
  @ApiProperty({ format: 'date-time' })
  started_at: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  ended_at: string | null;
}

/** A page of them, the one begun last first. */
export class RehearsalPage {
  @ApiProperty({ type: [RehearsalView] })
  items: RehearsalView[];
  @ApiProperty({ type: String, nullable: true })
  next_cursor: string | null;
}
