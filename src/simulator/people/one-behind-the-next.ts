import { setTimeout as pause } from 'node:timers/promises';

/** Lets the second message of a sender overtake the first, the fourth the third, and so on. */
export class OneBehindTheNext {
  /** What lets a sender's held message go. */
  private readonly held = new Map<string, () => void>();

  /** Does the work after that of the sender's next message, or when none comes for so long. */
  async take<T>(sender: string, mostMs: number, work: () => Promise<T>): Promise<T> {
    const letGo = this.held.get(sender);
    if (letGo) return this.overtake(sender, letGo, work);
    if (mostMs) await this.hold(sender, mostMs);
    return work();
  }

  private async overtake<T>(sender: string, letGo: () => void, work: () => Promise<T>): Promise<T> {
    // A third one doesn't overtake the first as well.
    this.held.delete(sender);
    try {
      return await work();
    } finally {
      letGo();
    }
  }

  private async hold(sender: string, mostMs: number): Promise<void> {
    const waited = new AbortController();
    const overtaken = new Promise<void>((resolve) => this.held.set(sender, resolve));
    const late = pause(mostMs, undefined, { ref: false, signal: waited.signal });
    await Promise.race([overtaken, late.catch(() => undefined)]);
    waited.abort();
    this.held.delete(sender);
  }
}
