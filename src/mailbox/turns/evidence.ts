/** A message in the channel's own list that may be an attempt of unknown outcome. */
export interface Candidate {
  sid: string;
  status: string;
  /** By the channel's clock, in milliseconds since 1970. */
  createdAt: number;
  /** Whether it can be the attempt. */
  fits: boolean;
  /** Why it fits, or why it doesn't, for a person to read. */
  why: string;
}

/** What the looks into the channel's list showed of an attempt of unknown outcome. */
export interface Evidence {
  /** The attempt that was looked for; of an earlier one the part keeps only `resends`. */
  attempt: string;
  /** By the store's clock, in milliseconds since 1970. */
  lookedAt: number;
  /** Whether the list was read back to before the attempt. */
  complete: boolean;
  /** Why the list could not be read. */
  problem?: string;
  /** How many looks were made. */
  looks: number;
  /** How many complete looks in a row found nothing that can be the attempt, and since when. */
  absences: number;
  absentSince?: number;
  /** How often the part was sent again because it was absent (`uncertain_sends: resend`). */
  resends: number;
  candidates: Candidate[];
}
