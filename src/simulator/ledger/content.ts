/** What a message's reader may tap: the title that is shown, and the id that comes back. */
export interface Tap {
  title: string;
  id: string;
}

/** Of an outbound message: buttons, or the rows of a list behind a button. */
export interface Taps {
  kind: 'button' | 'list';
  items: Tap[];
  /** What stands on the button that opens the list. */
  menu?: string;
}

/** WhatsApp's decision on a template, from when it was asked for. */
export interface Approval {
  name: string;
  category: string;
  askedAt: number;
}

/** A resource of the Content API, as the emulator keeps it. Times are milliseconds. */
export interface Content {
  sid: string;
  friendlyName: string | null;
  language: string;
  variables: Record<string, string>;
  /** By kind, such as `twilio/text`. */
  types: Record<string, Record<string, unknown>>;
  createdAt: number;
  approval: Approval | null;
}
