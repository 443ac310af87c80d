import { Injectable } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import { Problem } from '../http/problems/problem.js';
import { TurnStore } from '../mailbox/turns/turn.store.js';
import type { OperatorStep } from '../scenarios/scenario.js';
import { TakeoverService } from '../takeover/takeover.service.js';
import { sentOf } from './transcript.js';

/** Milliseconds until a reply must be sent, and between two looks at it. */
const PATIENCE_MS = 30_000;
const LOOK_MS = 25;

/** What became of a step: what was sent, and what went wrong. */
export interface StepTaken {
  text: string;
  trouble: string[];
}

/** Does in a conversation what people do by the API: takes it over, replies, gives it back. */
@Injectable()
export class Team {
  constructor(
    private readonly takeover: TakeoverService,
    private readonly turns: TurnStore,
  ) {}

  /** Takes a step. What is refused is trouble, in the words of the API. */
  async take(step: OperatorStep, conversationId: string, signal: AbortSignal): Promise<StepTaken> {
    try {
      if (typeof step === 'object') return await this.reply(step.reply, conversationId, signal);
      if (step === 'takeover') await this.takeover.takeOver(conversationId);
      if (step === 'handover') await this.takeover.handOver(conversationId);
      if (step === 'release') await this.takeover.release(conversationId);
      return { text: '', trouble: [] };
    } catch (error) {
      if (error instanceof Problem) return { text: '', trouble: [`is refused: ${error.message}`] };
      throw error;
    }
  }

  /** Waits until it is sent: what comes next is written by who has read it. */
  private async reply(text: string, conversationId: string, signal: AbortSignal) {
    const { id } = await this.takeover.reply(conversationId, text);
    for (const until = Date.now() + PATIENCE_MS; Date.now() < until && !signal.aborted;) {
      const [turn] = await this.turns.find([id]);
      if (turn?.outcome === 'answered') return { text: sentOf(turn), trouble: [] };
      if (turn?.outcome) return { text: sentOf(turn), trouble: [`ended as ${turn.outcome}`] };
      await pause(LOOK_MS, undefined, { ref: false });
    }
    return { text: '', trouble: [`was not sent in ${PATIENCE_MS / 1000} s`] };
  }
}

/** How a step is told among the turns: `[reply] Hello`. */
export function stepInWords(step: OperatorStep): string {
  return typeof step === 'object' ? `[reply] ${step.reply}` : `[${step}]`;
}
