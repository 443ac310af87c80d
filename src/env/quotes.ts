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
