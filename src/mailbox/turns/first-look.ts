/**
 * When an attempt of unknown outcome is first looked for in the channel's own list, in milliseconds:
 * after it began, which is longer than its request may take; and, where the request has ended already,
 * after it became known that nobody knows.
 */
export const [FIRST_LOOK_MS, LOOK_AT_ONCE_MS] = [15_000, 3000];
