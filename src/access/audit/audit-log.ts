import { randomUUID } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import type { Request } from 'express';
import { Clock } from '../../clock.js';
import { callerOf } from '../../http/admin/caller.js';
import type { TokenHolder } from '../../http/admin/token-holders.js';
import { Digests } from '../tokens/digests.js';
import type { Action } from './audit.entry.js';
import { AuditStore } from './audit.store.js';

/** What is done, beside who does it. */
export type Deed = Pick<Action, 'action' | 'target' | 'fields'>;

/**
 * Keeps what is done by the admin API. An action is durable before it begins, what came of it before
 * the answer leaves: so nothing is done that isn't kept, and what a dying process leaves has no result.
 */
@Injectable()
export class AuditLog {
  private readonly logger = new Logger('Audit');

  constructor(
    private readonly store: AuditStore,
    private readonly digests: Digests,
    private readonly clock: Clock,
  ) {}

  /** Keeps that something begins, and returns its id. Throws the store's error: then it must not. */
  async begin(deed: Deed, request: Request, holder: TokenHolder): Promise<string> {
    return this.add({
      ...deed,
      name: holder.name,
      by: callerOf(request),
      requestId: request.requestId,
      address: request.ip ?? '',
    });
  }

  /** Keeps what the command line does to a store that no Recado runs on. */
  async byHand(action: string): Promise<string> {
    const here = { name: 'command line', by: 'command_line', requestId: '', address: '' } as const;
    return this.add({ action, target: null, fields: [], ...here });
  }

  /** Keeps what came of it. It is done by now: where that can't be kept, the log says so. */
  async end(id: string, status: number): Promise<void> {
    try {
      const key = await this.key();
      await this.store.append({ kind: 'result', id, at: this.clock.now(), status }, key);
    } catch (error) {
      const { message } = error as Error;
      this.logger.warn(`What came of ${id} (HTTP ${status}) is not in the audit log: ${message}`);
    }
  }

  /** The key of the chain, in hexadecimal. */
  async key(): Promise<string> {
    return (await this.digests.keyFor('audit')).toString('hex');
  }

  private async add(action: Omit<Action, 'kind' | 'id' | 'at'>): Promise<string> {
    const id = randomUUID();
    // In this order, whatever the order in which it was put together: it is hashed as it is written.
    const { name, by, target, fields, requestId, address } = action;
    const entry: Action = {
      kind: 'action',
      id,
      at: this.clock.now(),
      name,
      by,
      action: action.action,
      target,
      fields,
      requestId,
      address,
    };
    await this.store.append(entry, await this.key());
    return id;
  }
}
