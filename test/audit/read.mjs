import { readFileSync } from 'node:fs';

const GRAVE = new Set(['high', 'critical']);

/** What `npm audit --json` printed, as an exit code and lines for a person. */
export function read(text) {
  const answer = parsed(text);
  if (!answer?.vulnerabilities || !answer.metadata?.vulnerabilities) {
    const why = answer?.message ?? answer?.error?.summary ?? 'no answer that can be read';
    return [2, `!! SKIPPED: the registry was not asked for weaknesses (${why}).`];
  }
  const grave = Object.values(answer.vulnerabilities).filter(({ severity }) => GRAVE.has(severity));
  if (!grave.length) return [0, 'No package that Recado runs with has a known grave weakness.'];
  const lines = grave.map(({ name, severity, range, via }) => {
    const titles = via.flatMap((one) => (one.title ? `${one.title} ${one.url}` : one));
    return `${severity}: ${name} ${range}: ${titles.join('; ')}`;
  });
  return [1, lines.join('\n')];
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

if (process.argv[1] === import.meta.filename) {
  const [code, lines] = read(readFileSync(0, 'utf8'));
  console.log(lines);
  process.exitCode = code;
}
