/**
 * Finds names that differ by one slip from a variable without a value: one letter missing, extra or
 * wrong, two letters swapped, or another case. Returns a line for each, with the name that was
 * probably meant. A name that ends in a digit is taken for another program's variable.
 */
export function misspelt(
  given: Record<string, string>,
  missing: string[],
  where: string,
): string[] {
  return Object.keys(given).flatMap((name) => {
    if (/\d$/.test(name)) return [];
    const meant = missing.find((known) => name !== known && isOneSlip(name.toUpperCase(), known));
    return meant ? [`${name} in ${where} is not read: did you mean ${meant}?`] : [];
  });
}

/** Whether two names differ by one edit at most, a swap of neighbours included. */
function isOneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  const [restA, restB] = [a.slice(at), b.slice(at)];
  return (
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    restA.slice(1) === restB.slice(1) ||
    (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
  );
}

/** A value in quotes, as `.env` may have it: the same quote at both ends, and nowhere between. */
const QUOTED = /^(["'`])((?:(?!\1)[^])*)\1$/;

/**
 * Takes the quotes off values, and lists the names of those that had some. A shell and `.env` remove
 * quotes themselves; `docker run --env-file` and Compose's `environment` list pass them on. A value
 * with a quote inside, or at one end only, stays unchanged.
 */
export function withoutQuotes(given: Record<string, string>): {
  values: Record<string, string>;
  quoted: string[];
} {
  const values: Record<string, string> = {};
  const quoted: string[] = [];
  for (const [name, value] of Object.entries(given)) {
    values[name] = QUOTED.exec(value)?.[2] ?? value;
    if (values[name].trim() && values[name] !== value) quoted.push(name);
  }
  return { values, quoted };
}

/** The notice to the operator about a value that came in quotes. */
export function quotedNotice(name: string): string {
  return `${name} came in quotes, which were taken off: write it without them (docker run --env-file passes them on)`;
}
