/**
 * Names that are one slip from a variable that has no value: a letter too few, too many or wrong,
 * two of them swapped, or the case. A line each, with the name that was probably meant. A digit at
 * the end makes another variable, not a slip.
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

/** As `.env` may have them: the same at both ends, and nowhere between. */
const QUOTED = /^(["'`])((?:(?!\1)[^])*)\1$/;

/**
 * Values without the quotes that they came in, and the names of those that had some. A shell and
 * `.env` take quotes off; `docker run --env-file` and Compose's `environment` list pass them on. A
 * value with a quote inside, or at one end only, stays as it is.
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

/** What an operator is told of such a variable. */
export function quotedNotice(name: string): string {
  return `${name} came in quotes, which were taken off: write it without them (docker run --env-file passes them on)`;
}
