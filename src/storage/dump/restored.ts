/** What was put back, and where. */
export interface Restored {
  place: string;
  /** When the backup was made, where it says so. */
  made_at?: string;
  /** The file that was there before, where there was one. */
  before?: string;
}
