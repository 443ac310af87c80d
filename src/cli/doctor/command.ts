import { examine } from './doctor.js';
import { asJson, Screen } from './report.js';

/** Prints what was found, and returns the exit code: 1 when something is wrong. */
export async function doctor({ json }: { json?: boolean }): Promise<number> {
  const screen = new Screen(process.stdout, !json);
  const findings = await examine(screen);
  process.stdout.write(json ? asJson(findings) : screen.ending(findings));
  return findings.some(({ status }) => status === 'wrong') ? 1 : 0;
}
