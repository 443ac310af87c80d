import { Injectable } from '@nestjs/common';
import { NO_CONVERSATION, Rehearsals, type Scene } from '../../chat/api/rehearsals.js';
import { Handovers } from '../../chat/handover/handovers.js';
import { MOST_EARLIER } from '../../chat/messages/earlier.js';
import { asRead } from '../../chat/messages/message.js';
import type { Reply } from '../../chat/reply.js';
import { BotConfigService } from '../../config/bot-config.service.js';
import { Problem } from '../../http/problems/problem.js';
import { AboutService } from '../../mailbox/answering/about.service.js';
import { type Ask, FormsService } from '../../mailbox/answering/forms.service.js';
import { MediaNotes } from '../../mailbox/answering/media.js';
import { Channel } from '../../mailbox/outbox/channel.js';
import { TurnStore } from '../../mailbox/turns/turn.store.js';
import { noSuchMessage } from '../../http/message-id.js';
import type { Story } from '../story/story.js';
import { SessionRepository } from '../../sessions/session.repository.js';
import { StoryStore } from '../story/story.store.js';
import { FormerAnswer, RehearsedAnswer, type ReplayView } from './replay.dto.js';

const NOBODY_ASKED = 'A person wrote it, or nothing was asked: take a message that came in.';

/** Asks again what a message asked, with what had been said before it. Nothing is stored or sent. */
@Injectable()
export class ReplayService {
  constructor(
    private readonly stories: StoryStore,
    private readonly rehearsals: Rehearsals,
    private readonly config: BotConfigService,
    private readonly turns: TurnStore,
    private readonly channel: Channel,
    private readonly sessions: SessionRepository,
    private readonly handovers: Handovers,
  ) {}

  /** Throws a `Problem`: 404 for an unknown message, 409 for one that asks nothing. */
  async replay(id: string): Promise<ReplayView> {
    const story = await this.stories.find(id);
    if (!story) throw noSuchMessage();
    if (!story.asked.length) throw new Problem(409, 'Nothing to ask', NOBODY_ASKED);
    const reply = await this.rehearse(story);
    const former = FormerAnswer.of(story, (text) => this.channel.parts(text));
    const answer = RehearsedAnswer.of(reply, reply ? this.partsOf(reply) : []);
    return {
      asked: story.asked.map((message) => asRead(message).text),
      former,
      answer,
      same: (former?.text ?? '') === answer.text,
    };
  }

  /** As `AnsweringService` makes an answer, with another past and without its turn. */
  private async rehearse(story: Story): Promise<Reply | undefined> {
    const { message, asked } = story;
    const past = (await this.stories.before(story, MOST_EARLIER)).map(asRead);
    const { conversationId, createdAt: at } = message;
    const scene: Scene = { conversationId, at, past };
    const messages = this.rehearsals.messages(scene);
    const chat = this.rehearsals.chat(scene);
    const line = (await this.sessions.conversation(conversationId))?.line;
    const config = await this.config.current(line);
    const ask: Ask = (question, about) =>
      chat.generateResponse(question, NO_CONVERSATION, 'whatsapp', {
        about,
        messages: asked,
        line,
      });
    const forms = new FormsService(new AboutService(messages, this.turns), this.handovers);
    const reply = await forms.reply(asked, config, ask);
    return new MediaNotes(messages).joinedTo(reply, asked, config);
  }

  private partsOf({ text, sourceLine }: Reply): string[] {
    return this.channel.parts(sourceLine ? `${text}\n\n_${sourceLine}_` : text);
  }
}
