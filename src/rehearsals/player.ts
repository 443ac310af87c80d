import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { withoutScheme } from '../address.js';
import type { Turn as AnswerTurn } from '../mailbox/turns/turn.js';
import type { Conversation, OperatorStep, Scenario, Turn } from '../scenarios/scenario.js';
import type { Given } from './answer.js';
import { type Mark, mark } from './marking.js';
import { type Message, Person, type Taken } from './person.js';
import { Team } from './team.js';
import { sentOf, Transcript } from './transcript.js';
import { faultsIn } from './wording.js';

/** Milliseconds until an answer must be there, and between two looks for it. */
const PATIENCE_MS = 90_000;
const LOOK_MS = 25;

/** A turn that was played, its answer, and what was wrong with it. */
export interface Played {
  /** Both from 1. */
  conversation: number;
  turn: number;
  asked: Turn;
  given: Given;
  mark: Mark;
  /** Empty when it is right. */
  faults: string[];
  /** Empty where the team did something. */
  sid: string;
  /** Absent where the message came to no conversation. */
  conversationId?: string;
  ms: number;
}

/** What became of a message. */
interface Outcome {
  given: Given;
  conversationId?: string;
  /** Since when its sender waits for a person. */
  waitingSince?: number;
  /** Why there is no answer, or not the whole one. */
  trouble: string[];
}

/** Plays scenarios against this very bot, over WhatsApp as the simulator plays it. */
@Injectable()
export class Player {
  constructor(
    private readonly person: Person,
    private readonly transcript: Transcript,
    private readonly team: Team,
  ) {}

  /** Plays all conversations, one after the other, until `signal` aborts. */
  async *play({ conversations }: Scenario, signal: AbortSignal): AsyncGenerator<Played> {
    const newcomers = `ZZ.${randomBytes(6).toString('hex')}`;
    for (const [at, conversation] of conversations.entries()) {
      const from = conversation.from ?? `${newcomers}x${at + 1}`;
      for await (const played of this.converse(from, conversation, signal))
        yield { conversation: at + 1, ...played };
    }
  }

  private async *converse(from: string, { name, turns }: Conversation, signal: AbortSignal) {
    let waiting = (await this.transcript.with(withoutScheme(from)))?.conversation.waitingSince;
    for (const [at, asked] of turns.entries()) {
      if (signal.aborted) return;
      const began = performance.now();
      if (asked.operator) {
        const played = await this.step(asked, asked.operator, withoutScheme(from), signal);
        waiting = played.waiting;
        yield { turn: at + 1, ...played.turn, ms: Math.round(performance.now() - began) };
        continue;
      }
      const taken = await this.person.send(messageOf(from, name, asked));
      const outcome = await this.outcomeOf(taken, withoutScheme(from), signal);
      if (signal.aborted) return;
      const handover = waiting === undefined && outcome.waitingSince !== undefined;
      waiting = outcome.waitingSince;
      const given = { ...outcome.given, handover };
      const marked = mark(asked, given);
      const faults = [...outcome.trouble, ...faultsIn(asked, given.text, marked)];
      const { sid } = taken;
      const { conversationId } = outcome;
      const ms = Math.round(performance.now() - began);
      yield { turn: at + 1, asked, given, mark: marked, faults, sid, conversationId, ms };
    }
  }

  /** A step of the team, which no message of Twilio's stands for. */
  private async step(asked: Turn, step: OperatorStep, waId: string, signal: AbortSignal) {
    const conversationId = (await this.transcript.with(waId))?.conversation.id;
    const { text, trouble } = conversationId
      ? await this.team.take(step, conversationId, signal)
      : { text: '', trouble: [NOBODY_YET] };
    const given = { ...NOTHING, text };
    const marked = mark({ ...asked, silence: !text }, given);
    const turn = { asked, given, mark: marked, faults: trouble, sid: '', conversationId };
    return { turn, waiting: (await this.transcript.with(waId))?.conversation.waitingSince };
  }

  private async outcomeOf(taken: Taken, waId: string, signal: AbortSignal): Promise<Outcome> {
    if (taken.status !== 200) return { given: NOTHING, trouble: [refusal(taken)] };
    for (const until = Date.now() + PATIENCE_MS; Date.now() < until && !signal.aborted;) {
      const course = await this.transcript.with(waId);
      const exchange = course?.exchanges.findLast(({ asked }) =>
        asked.some(({ id }) => id === taken.sid),
      );
      if (course && exchange?.turn?.outcome) {
        const { id: conversationId, waitingSince } = course.conversation;
        return { conversationId, waitingSince, ...answerOf(exchange.turn) };
      }
      await pause(LOOK_MS, undefined, { ref: false });
    }
    return { given: NOTHING, trouble: [`no answer after ${PATIENCE_MS / 1000} s`] };
  }
}

const NOBODY_YET = 'nobody has written yet: the first turn must be a message';

const NOTHING: Given = { text: '', mode: 'fallback', sources: [] };

function messageOf(from: string, name: string | undefined, turn: Turn): Message {
  const { ask: body, media, location, button } = turn;
  return {
    from,
    body: body || button?.text || '',
    profile_name: name,
    media,
    ...location,
    button_text: button?.text,
    button_payload: button?.payload,
  };
}

function answerOf(turn: AnswerTurn): Pick<Outcome, 'given' | 'trouble'> {
  const mode = (turn.mode ?? 'fallback') as Given['mode'];
  const given = { text: sentOf(turn), mode, sources: turn.sources ?? [] };
  const error = turn.parts.find(({ error }) => error)?.error?.message;
  if (turn.outcome === 'dead') return { given, trouble: [`was given up: ${error ?? 'no reason'}`] };
  if (turn.outcome === 'uncertain') return { given, trouble: ['may not have been sent'] };
  if (turn.outcome === 'limited') return { given, trouble: [LIMITED] };
  return { given, trouble: [] };
}

const LIMITED = 'is over the limit of messages a minute (rate_limit_per_minute)';

function refusal({ status, error, body }: Taken): string {
  if (status === null) return `the webhook gave no answer: ${error}`;
  return `the webhook answered ${status}: ${body.replace(/\s+/g, ' ').slice(0, 200)}`;
}
