import { Injectable } from '@nestjs/common';
import { BotConfigService } from '../../config/bot-config.service.js';
import { lineWrittenTo } from '../../config/lines/line.js';
import { addToLog } from '../../log/context.js';
import { addToSpan, traced, traceparent } from '../../tracing/traced.js';
import { wishOf } from '../consent/wish.js';
import { QueueStore } from '../queue/queue.store.js';
import { Signals } from '../queue/signals.js';
import type { Accepted, Inbound } from './inbound.js';
import { IntakeStore } from './intake.store.js';

/** Accepts the messages that senders write. */
@Injectable()
export class IntakeService {
  constructor(
    private readonly intake: IntakeStore,
    private readonly queue: QueueStore,
    private readonly signals: Signals,
    private readonly config: BotConfigService,
  ) {}

  /**
   * Makes a message durable and wakes its mailbox. Once this resolves, this process or another one
   * brings the message to an outcome. Throws when the message could not be made durable.
   */
  async accept(message: Inbound): Promise<Accepted> {
    const line = lineWrittenTo(message.to ?? {}, await this.config.knownLines());
    const accepted = await this.keep({ ...message, line });
    const { conversationId, duplicate } = accepted;
    addToLog({ conversation_id: conversationId });
    addToSpan({ 'recado.conversation_id': conversationId, 'recado.duplicate': duplicate });
    if (duplicate) return accepted;
    this.noteTime(message);
    // The message is durable already. If the interruption fails, STOP takes effect a little later.
    if (accepted.busy && wishOf(message) === 'stop')
      await this.queue.interrupt(conversationId).catch(() => undefined);
    this.signals.trace.mark(conversationId);
    this.signals.send('arrived', conversationId, message.id);
    return accepted;
  }

  private keep(message: Inbound): Promise<Accepted> {
    const within = inTrace(message);
    return traced('keep', {}, () => this.intake.accept(within));
  }

  /** To a tenth of a millisecond. */
  private noteTime({ id, arrivedAt }: Inbound): void {
    if (arrivedAt === undefined) return;
    const ms = Math.round((performance.now() - arrivedAt) * 10) / 10;
    this.signals.acknowledgements.note(id, ms);
  }
}

/** The message, with the trace that its turn is to go on with: another process may work on it. */
function inTrace(message: Inbound): Inbound {
  const parent = traceparent();
  if (!parent) return message;
  addToSpan({ 'recado.message_id': message.id });
  return { ...message, details: { ...message.details, traceparent: parent } };
}
