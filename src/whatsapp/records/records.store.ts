/** A test message, as it is recorded before its request leaves. */
export interface TestSend {
  id: string;
  /** Addresses as `OutboxStore.begin` records them: `to` without a scheme. */
  to: string;
  from: string;
  account: string;
  body: string;
}

/** Test messages that are kept: for two days, in milliseconds, and so many at most. */
export const [KEEP_TESTS_MS, KEEP_TESTS] = [2 * 24 * 60 * 60_000, 500];

/**
 * Keeps what Twilio knows by us besides the mailbox: test messages, which stand in Twilio's list like
 * answers; and since when each of our numbers has told us of what comes in.
 */
export abstract class WhatsAppRecords {
  /**
   * Remembers when the first genuine webhook for an account and its number came, in milliseconds since
   * 1970. Changes nothing when one is known already.
   */
  abstract noteWebhook(account: string, number: string, at: number): Promise<void>;

  /** Records a test message before its request leaves. */
  abstract beginTest(test: TestSend): Promise<void>;

  /** Records a test message's id at Twilio, or, with null, that it certainly wasn't sent. */
  abstract endTest(id: string, sid: string | null): Promise<void>;
}
