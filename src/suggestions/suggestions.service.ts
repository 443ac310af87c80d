import { Injectable } from '@nestjs/common';
import { Problem } from '../http/problems/problem.js';
import { AnswersService } from '../knowledge/answers/answers.service.js';
import type { CuratedAnswerView } from '../knowledge/answers/curated-answer.dto.js';
import { grouped } from '../questions/likeness.js';
import {
  type Approval,
  SuggestedReply,
  type SuggestionList,
  SuggestionView,
  wordingsOf,
} from './suggestion.dto.js';
import { type Suggestion, suggestionOf } from './suggestion.js';
import { SuggestionStore } from './suggestion.store.js';

/** So many of the latest replies are looked at. */
const LOOKED_AT = 500;
const MOST_GROUPS = 100;

/** What people answered, offered as answers for others: nothing of it is used before it is approved. */
@Injectable()
export class SuggestionsService {
  constructor(
    private readonly store: SuggestionStore,
    private readonly answers: AnswersService,
  ) {}

  async list(): Promise<SuggestionList> {
    const groups = await this.groups();
    return { items: groups.slice(0, MOST_GROUPS).map(SuggestionView.of) };
  }

  /** What a conversation's own replies suggest: for the export. */
  async of(conversationId: string): Promise<SuggestedReply[]> {
    const replies = await this.store.undecided(LOOKED_AT, conversationId);
    return replies.flatMap((reply) => suggestionOf(reply) ?? []).map(SuggestedReply.of);
  }

  /**
   * Makes a curated answer of the suggestion that a reply belongs to. Throws a `Problem` (404) where it
   * belongs to none, or somebody has decided meanwhile.
   */
  async approve(replyId: string, approval: Approval): Promise<CuratedAnswerView> {
    const group = await this.groupOf(replyId);
    const { answer } = group.find((one) => one.replyId === replyId)!;
    const decided = await this.store.decide(idsOf(group), 'approved');
    if (!decided.includes(replyId)) throw unknown();
    try {
      return await this.answers.add({ questions: wordingsOf(group), answer, ...approval });
    } catch (error) {
      await this.store.reopen(decided);
      throw error;
    }
  }

  /** Takes the suggestion that a reply belongs to off the list. Throws a `Problem` (404) as `approve`. */
  async dismiss(replyId: string): Promise<void> {
    const group = await this.groupOf(replyId);
    await this.store.decide(idsOf(group), 'dismissed');
  }

  private async groupOf(replyId: string): Promise<Suggestion[]> {
    const groups = await this.groups();
    const group = groups.find((one) => one.some((suggestion) => suggestion.replyId === replyId));
    if (!group) throw unknown();
    return group;
  }

  private async groups(): Promise<Suggestion[][]> {
    const replies = await this.store.undecided(LOOKED_AT);
    return grouped(replies.flatMap((reply) => suggestionOf(reply) ?? []));
  }
}

function idsOf(group: Suggestion[]): string[] {
  return group.map(({ replyId }) => replyId);
}

function unknown(): Problem {
  const detail = 'No suggestion has this reply, or somebody has decided about it: list them again.';
  return new Problem(404, 'No such suggestion', detail);
}
