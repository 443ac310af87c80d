/** The source of time. Tests replace it. */
export abstract class Clock {
  /** Milliseconds since 1970, UTC. */
  abstract now(): number;
}

/** The machine's own time. */
export class SystemClock extends Clock {
  now(): number {
    return Date.now();
  }
}

/** A stored time as the API shows it: ISO 8601, UTC. */
export function iso(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
