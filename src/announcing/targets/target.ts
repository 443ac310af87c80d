import type { NewsType } from './news-type.js';

/** Somebody who is told of news: an endpoint of another system, or those who read the e-mail. */
export interface Target {
  id: string;
  kind: 'webhook' | 'mail';
  /** Of a webhook. */
  url?: string;
  description: string;
  types: NewsType[];
  /** Of a webhook: `whsec_…`, sealed. */
  secret?: string;
  /** While it isn't, nothing is told, and what waits is kept. */
  enabled: boolean;
  /** Why Recado itself has disabled it. */
  disabledBecause?: string;
  /** Milliseconds since 1970. */
  createdAt: number;
}

/** What of a target may change. */
export type TargetChange = Partial<
  Pick<Target, 'url' | 'description' | 'types' | 'secret' | 'enabled' | 'disabledBecause'>
>;
