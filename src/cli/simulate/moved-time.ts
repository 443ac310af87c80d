/**
 * What Node is given so that a process, with its threads, begins at a time, in milliseconds since 1970:
 * from there its time goes on. Nothing for undefined.
 */
export function beginningAt(now: number | undefined): string[] {
  if (now === undefined) return [];
  const program = `(${move.toString()})(${now - Date.now()})`;
  return ['--import', `data:text/javascript,${encodeURIComponent(program)}`];
}

/** Runs in that process, as it is written here: it may use nothing from around it. */
function move(by: number): void {
  const real = Date;
  const now = () => real.now() + by;
  globalThis.Date = new Proxy(real, {
    construct: (target, given, made) =>
      Reflect.construct(target, given.length ? given : [now()], made),
    apply: () => new real(now()).toString(),
    get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
  });
}
