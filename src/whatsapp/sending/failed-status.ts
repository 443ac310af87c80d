/** Twilio's final statuses of a message that did not arrive. */
export const FAILED = ['failed', 'undelivered', 'canceled'];

/** Whether a status says that the message failed. It is final. */
export function isFailure(status: string): boolean {
  return FAILED.includes(status);
}
