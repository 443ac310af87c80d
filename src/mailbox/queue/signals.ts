import { EventEmitter, once } from 'node:events';
import { RequestTrace } from '../../log/request-trace.js';

export type Sign = 'arrived' | 'answered' | 'replied';

/**
 * A message was stored in this conversation, a turn of it was answered, or a person wrote a reply.
 * `id` is that one's.
 */
export type Tell = (sign: Sign, conversationId: string, id: string) => void;

/**
 * Word between what happens in this process, so that nobody has to poll for it. Other nodes' word
 * comes through the store: by its change stream where it has one, and by polling behind it.
 */
export class Signals {
  readonly trace = new RequestTrace();
  private readonly emitter = new EventEmitter().setMaxListeners(0);

  tell: Tell = (sign, conversationId, id) => {
    this.emitter.emit(`${sign} ${conversationId}`, id);
    if (sign !== 'answered') this.wake();
  };

  /** Some mailbox is due. */
  wake(): void {
    this.emitter.emit('due');
  }

  onDue(listener: () => void): void {
    this.emitter.on('due', listener);
  }

  /** Calls back with the id at each sign, until the returned function is called. */
  on(sign: Sign, conversationId: string, listener: (id: string) => void): () => void {
    const name = `${sign} ${conversationId}`;
    this.emitter.on(name, listener);
    return () => this.emitter.off(name, listener);
  }

  /** Resolves at the next sign, after `ms` milliseconds, or when `signal` aborts. */
  async next(sign: Sign, conversationId: string, ms: number, signal?: AbortSignal): Promise<void> {
    const end = AbortSignal.any([AbortSignal.timeout(ms), ...(signal ? [signal] : [])]);
    await once(this.emitter, `${sign} ${conversationId}`, { signal: end }).catch(() => undefined);
  }
}
