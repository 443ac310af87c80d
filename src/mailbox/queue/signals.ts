import { EventEmitter, once } from 'node:events';
import { RequestTrace } from '../../log/request-trace.js';
import { Acknowledgements } from './acknowledgements.js';

/**
 * What happened in a conversation. `arrived`: a message was stored. `answered`: a turn was stored.
 * `replied`: a person's reply was stored.
 */
export type Signal = 'arrived' | 'answered' | 'replied';

/** `id` is the id of the message, the turn or the reply that was stored. */
export type SendSignal = (signal: Signal, conversationId: string, id: string) => void;

/**
 * Tells the parts of this process what has happened, so that none of them has to poll for it.
 * Signals of other nodes come through MongoDB's change stream. Polling finds what is missed.
 */
export class Signals {
  readonly trace = new RequestTrace();
  readonly acknowledgements = new Acknowledgements();
  private readonly emitter = new EventEmitter().setMaxListeners(0);

  /** Sends a signal to its listeners. After all but `answered` a mailbox is due. */
  send: SendSignal = (signal, conversationId, id) => {
    this.emitter.emit(`${signal} ${conversationId}`, id);
    if (signal !== 'answered') this.wake();
  };

  /** Tells the worker that a mailbox may be due. */
  wake(): void {
    this.emitter.emit('due');
  }

  /** Calls `listener` whenever a mailbox may be due. */
  onDue(listener: () => void): void {
    this.emitter.on('due', listener);
  }

  /** Calls `listener` with the id at each signal, until the returned function is called. */
  on(signal: Signal, conversationId: string, listener: (id: string) => void): () => void {
    const name = `${signal} ${conversationId}`;
    this.emitter.on(name, listener);
    return () => this.emitter.off(name, listener);
  }

  /** Resolves at the next signal, after `ms` milliseconds, or when `abort` aborts. */
  async next(
    signal: Signal,
    conversationId: string,
    ms: number,
    abort?: AbortSignal,
  ): Promise<void> {
    const end = AbortSignal.any([AbortSignal.timeout(ms), ...(abort ? [abort] : [])]);
    await once(this.emitter, `${signal} ${conversationId}`, { signal: end }).catch(() => undefined);
  }
}
