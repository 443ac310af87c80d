import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** Where a process runs, so that another one beside it can see whether it still does. */
export interface Place {
  /** Two processes with the same `host` see each other by their pids. */
  host: string;
  pid: number;
  /** When it began, in the kernel's ticks: a pid is given to another process later. */
  began: string;
}

/** Who has ended and waits for its parent only, and who is being ended, by the kernel's letters. */
const ENDED = /^[ZX]/;
/** Who was stopped by a signal or a debugger. */
const STOPPED = /^[Tt]/;

/** Where this process runs. */
export function ownPlace(): Place {
  const boot = orNothing(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim());
  // Containers that share the host's name don't share its pids.
  const pids = orNothing(() => readlinkSync('/proc/self/ns/pid'));
  const host = [hostname(), boot, pids].join(' ').trim();
  return { host, pid: process.pid, began: lookAt(process.pid)?.began ?? '' };
}

/**
 * What the machine says of the process at `place`: it has surely ended, or it runs. Undefined where
 * that can't be seen from here, on another machine or in another container, and of one that is stopped.
 */
export function seenAt(place: Place, own = ownPlace()): 'gone' | 'running' | undefined {
  if (place.host !== own.host) return undefined;
  if (!own.began) return isThere(place.pid) ? undefined : 'gone';
  const there = lookAt(place.pid);
  if (!there || ENDED.test(there.state) || there.began !== place.began) return 'gone';
  return STOPPED.test(there.state) ? undefined : 'running';
}

/** What Linux says of a process: its state and its beginning are the 3rd and the 22nd field. */
function lookAt(pid: number): { state: string; began: string } | undefined {
  const line = orNothing(() => readFileSync(`/proc/${pid}/stat`, 'utf8'));
  // The 2nd field is its name in brackets, which may hold spaces and brackets.
  const fields = line?.slice(line.lastIndexOf(')') + 2).split(' ');
  return fields && { state: fields[0], began: fields[19] };
}

/** Asks by a signal that does nothing, where there is no `/proc`. */
function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as { code?: string }).code !== 'ESRCH';
  }
}

function orNothing<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
