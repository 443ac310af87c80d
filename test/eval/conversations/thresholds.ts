import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { parse } from 'yaml';

/** What a set, or all of them together, must reach. */
export interface Threshold {
  /** The least share of right turns. */
  min?: number;
  max_harmful?: number;
}

const fits = new Ajv({ allErrors: true }).compile({
  type: 'object',
  additionalProperties: {
    type: 'object',
    additionalProperties: false,
    properties: {
      min: { type: 'number', minimum: 0, maximum: 1 },
      max_harmful: { type: 'integer', minimum: 0 },
    },
  },
});

/**
 * Reads the thresholds of sets by their files' names; `default` is for those that have none. Throws an
 * `Error` for a file of another form.
 */
export function readThresholds(file: string): Record<string, Threshold> {
  const read: unknown = parse(readFileSync(file, 'utf8'));
  if (fits(read)) return read as Record<string, Threshold>;
  const lines = fits.errors!.map(({ instancePath, message }) => `  ${instancePath} ${message}`);
  throw new Error([`${file} has not the form of thresholds:`, ...lines].join('\n'));
}

/** Whether a count reaches a threshold; an empty one is always reached. */
export function keeps(
  { share, harmful }: { share: number; harmful: number },
  { min = 0, max_harmful = Infinity }: Threshold,
): boolean {
  return share >= min && harmful <= max_harmful;
}
