/** Milliseconds in which a second signal is the echo of the first: npm passes on Ctrl+C once more. */
const ECHO_MS = 500;

/**
 * The first SIGTERM or SIGINT calls `stop`; the process exits with 0 once that is done, or calls
 * `failed`. A second signal, unless it is an echo, doesn't wait for it: the process exits with 1.
 */
export function stopOnSignals(
  stop: (signal: NodeJS.Signals) => Promise<void>,
  failed: (error: unknown) => never,
): void {
  let since: number | undefined;
  const hear = (signal: NodeJS.Signals) => {
    if (since !== undefined && performance.now() - since > ECHO_MS) process.exit(1);
    if (since !== undefined) return;
    since = performance.now();
    stop(signal).then(() => process.exit(0), failed);
  };
  process.on('SIGTERM', hear);
  process.on('SIGINT', hear);
}
