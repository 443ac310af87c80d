import { Injectable } from '@nestjs/common';
import { type Hold, HoldStore } from '../mailbox/holds/hold.store.js';
import { Signals } from '../mailbox/queue/signals.js';
import { noSuchMessage } from '../http/message-id.js';
import type { Story } from './story/story.js';
import { StoryStore } from './story/story.store.js';
import type { TimelineView } from './timeline.dto.js';
import { timelineOf } from './timeline.view.js';

/** Shows what became of a message. */
@Injectable()
export class TimelineService {
  constructor(
    private readonly stories: StoryStore,
    private readonly holds: HoldStore,
    private readonly signals: Signals,
  ) {}

  /** Returns the timeline of a message. Throws a `Problem` (404) for an unknown one. */
  async of(id: string, reveal: boolean): Promise<TimelineView> {
    const story = await this.stories.find(id);
    if (!story) throw noSuchMessage();
    return timelineOf(this.withOwnTime(story), await this.holdOf(story), reveal);
  }

  /** What keeps a part of it back: the account's hold comes before that of its line. */
  private async holdOf({ turn }: Story): Promise<Hold | undefined> {
    const held = turn?.parts.find((part) => part.held)?.held;
    if (!held) return undefined;
    const holds = await this.holds.all();
    return holds.find(({ line }) => line === undefined || line === held);
  }

  /** How long the acknowledgement took is stored with the turn: until then this process may know. */
  private withOwnTime(story: Story): Story {
    const { message } = story;
    const acknowledgedMs = message.acknowledgedMs ?? this.signals.acknowledgements.of(message.id);
    return { ...story, message: { ...message, acknowledgedMs } };
  }
}
