import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock.js';
import { BotConfigService } from '../../config/bot-config.service.js';
import { Answers } from '../answers.js';
import { ChatService } from '../chat.service.js';
import { Summaries } from '../history/summaries.js';
import { ChatModel } from '../llm/chat-model.js';
import type { Message } from '../messages/message.js';
import { MessageRepository } from '../messages/message.repository.js';
import type { Summary } from '../messages/summary.js';
import { SummaryRepository } from '../messages/summary.repository.js';
import { UsageLimits } from '../usage/usage-limits.js';

/** Stands for the conversation in a rehearsal: what models use counts for the day, and for nobody. */
export const NO_CONVERSATION = '00000000-0000-0000-0000-000000000000';

/** What had been said in a conversation when something was asked. */
export interface Scene {
  conversationId: string;
  /** When it was asked, in milliseconds since 1970. */
  at: number;
  /** What was said before, oldest first. */
  past: Message[];
}

/** Has the chat answer as if it were then, without keeping anything of it. */
@Injectable()
export class Rehearsals {
  constructor(
    private readonly config: BotConfigService,
    private readonly answers: Answers,
    private readonly summaries: SummaryRepository,
    private readonly model: ChatModel,
    private readonly limits: UsageLimits,
  ) {}

  /** The messages of a scene, to be read only. */
  messages({ past }: Scene): MessageRepository {
    return new PastMessages(past);
  }

  /** A chat that knows of a conversation what is in the scene. Ask it about `NO_CONVERSATION`. */
  chat(scene: Scene): ChatService {
    const summaries = new PastSummaries(scene, this.summaries, this.model, this.limits);
    const messages = this.messages(scene);
    const clock = new StoppedClock(scene.at);
    return new ChatService(this.config, messages, this.answers, summaries, this.limits, clock);
  }
}

/** Messages that are there already. None is kept besides. */
class PastMessages extends MessageRepository {
  constructor(private readonly past: Message[]) {
    super();
  }

  async keep(): Promise<void> {}

  async begin(): Promise<void> {}

  async history(_conversationId: string, limit: number): Promise<Message[]> {
    return this.past.slice(-limit);
  }

  async page(_conversationId: string, limit: number) {
    return { messages: this.past.slice(0, limit), next: null };
  }
}

/** The summary of a conversation as it was. One that covers what was said later is of no use. */
class PastSummaries extends Summaries {
  constructor(
    private readonly scene: Scene,
    ...given: ConstructorParameters<typeof Summaries>
  ) {
    super(...given);
  }

  override async find(): Promise<Summary | undefined> {
    const found = await super.find(this.scene.conversationId);
    return found && found.until < this.scene.at ? found : undefined;
  }

  override refresh(): void {}

  override interrupt(): void {}
}

class StoppedClock extends Clock {
  constructor(private readonly at: number) {
    super();
  }

  now(): number {
    return this.at;
  }
}
