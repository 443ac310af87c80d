/** What was fetched of a message's media. */
export interface FetchedMedia {
  bytes: Buffer;
  /** As its server declares it; what it is, only its bytes tell. */
  contentType: string;
}

/** Where the media of messages are kept until they are read. The channel implements it. */
export abstract class MediaSource {
  /**
   * Fetches a file, trying a few times where it isn't there yet. Throws a `MediaError`; with the
   * signal's reason when that aborts.
   */
  abstract fetch(url: string, signal: AbortSignal): Promise<FetchedMedia>;

  /** Deletes a file where it is kept. Throws what went wrong. */
  abstract remove(url: string): Promise<void>;
}

/** Media that can't be had. The message is for the log: it names no address and no secret. */
export class MediaError extends Error {
  override name = 'MediaError';
}
