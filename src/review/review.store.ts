import type { Reviewed } from './reviewed.js';

/** Finds answers by whatever names them. */
export abstract class ReviewStore {
  /**
   * The answer that a message belongs to: by the id of the question, of the answer or of its turn, or
   * by Twilio's MessageSid of either. Undefined for an unknown id. A message that nothing answers (yet)
   * comes without an answer.
   */
  abstract find(id: string): Promise<Reviewed | undefined>;
}
