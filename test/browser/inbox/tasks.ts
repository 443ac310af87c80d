import type { Browser, Page } from 'playwright-core';

interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  /** Microseconds on the clock, and of the thread's own time on a processor. */
  dur?: number;
  tdur?: number;
  args: { name?: string };
}

/** One task of a page's main thread, in milliseconds. */
export interface Task {
  /** On the clock: on a machine that others use, their turns count, too. */
  wall: number;
  /** Of the thread's own time on a processor. */
  busy: number;
}

/** Notes the tasks of the main thread of every page of this browser while `act` runs, the longest first. */
export async function tasksOf(browser: Browser, page: Page, act: () => Promise<void>) {
  await browser.startTracing(page, { categories: ['__metadata', 'toplevel'] });
  let trace: Buffer;
  try {
    await act();
  } finally {
    trace = await browser.stopTracing();
  }
  return longestFirst((JSON.parse(String(trace)) as { traceEvents: TraceEvent[] }).traceEvents);
}

function longestFirst(events: TraceEvent[]): Task[] {
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid}/${tid}`;
  const main = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(threadOf),
  );
  return events
    .filter((event) => event.name.endsWith('RunTask') && event.tdur && main.has(threadOf(event)))
    .map(({ dur = 0, tdur = 0 }) => ({ wall: dur / 1000, busy: tdur / 1000 }))
    .toSorted((one, other) => other.busy - one.busy);
}
