/** What the readiness asks of the mailbox's worker; the app's map says who answers. */
export abstract class WorkerStatus {
  /** Working, or told by WORKER_CONCURRENCY=0 not to. */
  abstract readonly running: boolean;
}
