import type { Collections } from '../../storage/mongo/collections.js';
import { MongoLinking } from '../linking.mongo.js';
import { sessionsAt } from '../session-row.mongo.js';
import { AT_ONCE, DONE, latestOf, RANGE } from './former.js';
import { formsOf } from './forms.js';

/** Implements `SessionRepository.unite`. Several nodes at once do the same. */
export async function unite(db: Collections, after: string = RANGE.from): Promise<string | null> {
  const settings = db.mongo.settings<boolean>();
  if (await settings.findOne({ _id: DONE })) return null;
  const some = { wa_id: { $gt: after, $lt: RANGE.to } };
  const rows = await db.sessions.find(some, { wa_id: 1 }).sort({ wa_id: 1 }).limit(AT_ONCE).lean();
  const forms = rows.map(({ wa_id }) => formsOf(wa_id));
  const known = await sessionsAt(db, forms.flat());
  const linking = new MongoLinking(db);
  for (const all of forms) {
    const phone = latestOf(all.flatMap((form) => known.get(form) ?? []));
    if (phone) await linking.link({ phone });
  }
  if (rows.length === AT_ONCE) return rows.at(-1)!.wa_id;
  await settings.updateOne({ _id: DONE }, { $set: { name: DONE, value: true } }, { upsert: true });
  return null;
}
