import { Injectable } from '@nestjs/common';
import { partsOf } from '../../http/cursor.js';
import { paged } from '../../http/page.js';
import { type AuditPage, type AuditQuery, type AuditVerification, AuditView } from './audit.dto.js';
import { isWhole, type Link } from './audit.entry.js';
import { AuditLog } from './audit-log.js';
import { AuditStore, LOT, MOST_ENTRIES } from './audit.store.js';

/** Shows the audit log, and looks whether it is whole. */
@Injectable()
export class AuditService {
  constructor(
    private readonly store: AuditStore,
    private readonly log: AuditLog,
  ) {}

  async page({ limit, cursor, name, action, target }: AuditQuery): Promise<AuditPage> {
    const before = cursor ? Number(partsOf(cursor, /^(\d{1,15})$/)[0]) : undefined;
    const found = await this.store.page({ name, action, target }, limit + 1, before);
    const items = found.slice(0, limit).map((one) => AuditView.of(one));
    return paged(items, found.length > limit ? String(items.at(-1)!.seq) : null);
  }

  /** Walks through the whole chain, a lot at a time. */
  async verify(): Promise<AuditVerification> {
    const key = await this.log.key();
    let [entries, last]: [number, Link | undefined] = [0, undefined];
    for (;;) {
      const links = await this.store.links(last?.seq ?? 0, LOT);
      for (const link of links) {
        if (!fits(link, last) || !isWhole(link, key)) return broken(link.seq, entries, last);
        [entries, last] = [entries + 1, link];
      }
      if (links.length < LOT) break;
    }
    // The oldest are dropped once there are many. Of few none is dropped by us.
    const first = last ? last.seq - entries + 1 : 1;
    if (first > 1 && entries <= MOST_ENTRIES - LOT) return broken(first, entries, last);
    return found(true, entries, null, last);
  }
}

/** Whether a link follows the one before it; any may be the oldest that is kept. */
function fits({ seq, before }: Link, last: Link | undefined): boolean {
  return !last || (seq === last.seq + 1 && before === last.hash);
}

const broken = (at: number, entries: number, last?: Link) => found(false, entries, at, last);

function found(intact: boolean, entries: number, broken_at: number | null, last?: Link) {
  return { intact, entries, broken_at, last_seq: last?.seq ?? null, last_hash: last?.hash ?? null };
}
