import { useEffect, useRef } from 'react';

/** In milliseconds. */
interface Pace {
  /** In which what comes is gathered, so that one thing that happens is one request. */
  within: number;
  /** From one hand-over to the next, however much comes. */
  between: number;
}

/** Hands over what was added, together. */
export function gather<One>(hand: (all: One[]) => void, { within, between }: Pace) {
  let all: One[] = [];
  let last = -Infinity;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    timer = undefined;
    last = performance.now();
    hand(all.splice(0));
  };
  const add = (one: One) => {
    all.push(one);
    timer ??= setTimeout(flush, Math.max(within, last + between - performance.now()));
  };
  const stop = () => {
    clearTimeout(timer);
    timer = undefined;
    all = [];
  };
  return { add, stop };
}

/** The same for a component: what it is by then gets it, and nobody once it has gone. */
export function useGathered<One>(hand: (all: One[]) => void, pace: Pace): (one: One) => void {
  const { within, between } = pace;
  const latest = useRef(hand);
  useEffect(() => void (latest.current = hand));
  const gathered = useRef<ReturnType<typeof gather<One>>>(undefined);
  useEffect(() => {
    const made = gather<One>((all) => latest.current(all), { within, between });
    gathered.current = made;
    return made.stop;
  }, [within, between]);
  return (one) => gathered.current?.add(one);
}
