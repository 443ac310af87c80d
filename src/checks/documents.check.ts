import { NONE_YET } from '../knowledge/documents/none-yet.js';
import { ok, type Result, skipped } from './finding.js';
import type { Installation } from './installation.js';

/** Whether there is anything to answer from. A Recado without documents works all the same. */
export async function documents({ hasDocuments, endpoints }: Installation): Promise<Result> {
  if (hasDocuments && (await hasDocuments())) return ok('there are some to answer from');
  if (endpoints.simulator) return skipped('the next start in simulator mode loads the samples');
  return skipped(hasDocuments ? NONE_YET : 'not checked: there is no store to read yet');
}
