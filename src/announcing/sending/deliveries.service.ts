import { Injectable } from '@nestjs/common';
import { paged } from '../../http/page.js';
import { Problem } from '../../http/problems/problem.js';
import {
  type DeliveryPage,
  type DeliveryQuery,
  DeliveryView,
} from '../announcements/announcement.dto.js';
import { AnnouncementStore } from '../announcements/announcement.store.js';
import { TargetStore } from '../targets/target.store.js';
import { TellingService } from './telling.service.js';

/** Shows what is told to whom, and lets an operator decide about what failed. */
@Injectable()
export class DeliveriesService {
  constructor(
    private readonly announcements: AnnouncementStore,
    private readonly targets: TargetStore,
    private readonly telling: TellingService,
  ) {}

  /** Throws a `BadCursor` for a cursor that no page gave. */
  async page({ limit, cursor, state, endpoint_id }: DeliveryQuery): Promise<DeliveryPage> {
    const [page, counts, targets] = await Promise.all([
      this.announcements.page(limit, { state, targetId: endpoint_id }, cursor),
      this.announcements.counts(),
      this.targets.all(),
    ]);
    const kinds = new Map(targets.map(({ id, kind }) => [id, kind]));
    const views = page.items.map((one) =>
      DeliveryView.of(one, kinds.get(one.targetId) ?? 'webhook'),
    );
    return { counts, ...paged(views, page.next) };
  }

  /** Has a failed one told again, from the first try on. Throws a `Problem` (404) for another. */
  async retry(id: string): Promise<void> {
    if (!(await this.announcements.again(id))) throw unknown();
    this.telling.wake();
  }

  /** Takes a failed one off the list. Throws a `Problem` (404) for another. */
  async discard(id: string): Promise<void> {
    if (!(await this.announcements.discard(id))) throw unknown();
  }
}

function unknown(): Problem {
  return new Problem(404, 'No such failure', 'No delivery of this id was given up.');
}
