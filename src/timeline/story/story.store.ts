import type { Message } from '../../chat/messages/message.js';
import type { Story } from './story.js';

/** Reads what became of a message. It writes nothing. */
export abstract class StoryStore {
  /**
   * Returns the story of a message, by the channel's id of what a sender wrote or of what was sent, or
   * by Recado's own id of a message or a turn. Of what was sent it is the story of the first message
   * that it answers. Returns null for an unknown id, and for one whose sender is being erased.
   */
  abstract find(id: string): Promise<Story | null>;

  /**
   * The latest `limit` messages, oldest first, that were said before a story's answer was made, or
   * before its message where there is no answer: without its own, and without those that waited.
   */
  abstract before(story: Story, limit: number): Promise<Message[]>;
}
