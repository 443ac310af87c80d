/** Milliseconds in which a second signal counts as the first again: npm passes Ctrl+C on once more. */
const REPEAT_MS = 500;

/**
 * Calls `stop` at the first SIGTERM or SIGINT. The process exits with 0 when `stop` is done; if it
 * rejects, `failed` is called. A second signal exits at once with 1, unless npm repeated the first.
 */
export function stopOnSignals(
  stop: (signal: NodeJS.Signals) => Promise<void>,
  failed: (error: unknown) => never,
): void {
  let since: number | undefined;
  const onSignal = (signal: NodeJS.Signals) => {
    if (since !== undefined && performance.now() - since > REPEAT_MS) process.exit(1);
    if (since !== undefined) return;
    since = performance.now();
    stop(signal).then(() => process.exit(0), failed);
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
}
