import { Injectable } from '@nestjs/common';
import { Endpoints } from '../../config/endpoints.js';
import { ConversationsService } from '../../conversations/conversations.service.js';
import { Problem } from '../../http/problems/problem.js';
import { StoryStore } from '../../timeline/story/story.store.js';
import type { Announcement } from '../announcements/announcement.js';
import type { Subject } from './payload.js';

/** Reads what an announcement is about, when it is told: of who is erased, nothing is. */
@Injectable()
export class SubjectsService {
  constructor(
    private readonly conversations: ConversationsService,
    private readonly stories: StoryStore,
    private readonly endpoints: Endpoints,
  ) {}

  /** Undefined where it is there no more. */
  async of({ conversationId, about }: Announcement): Promise<Subject | undefined> {
    if (!conversationId) return {};
    const [conversation, story] = await Promise.all([
      this.conversations.one(conversationId).catch(unlessUnknown),
      about ? this.stories.find(about) : undefined,
    ]);
    if (!conversation || story === null) return undefined;
    return { conversation, url: this.consoleAt(`/inbox/${conversation.id}`), story };
  }

  consoleAt(path: string): string {
    return `${this.endpoints.publicUrl}/console${path}`;
  }
}

function unlessUnknown(error: unknown): undefined {
  if (error instanceof Problem && error.getStatus() === 404) return undefined;
  throw error;
}
