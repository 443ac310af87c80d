import { readFileSync, statSync } from 'node:fs';
import { IsOptional, ValidateBy, type ValidationArguments } from 'class-validator';

/** A line: a country (ISO 3166-1, two letters) or `*` for all others, and what a message costs there. */
const LINE = /^([A-Z]{2}|\*)\s*[,;\t]\s*(\d+(?:\.\d+)?)$/;
/** There are 249 countries. */
const MOST_BYTES = 65_536;

/**
 * Reads a table of what a message costs by country: CSV, one country a line, `#` before a remark; a
 * first line `country,price` is passed over. Throws an error that says which line is wrong.
 */
export function messagePricesIn(file: string): Map<string, number> {
  if (statSync(file).size > MOST_BYTES) throw new Error(`has more than ${MOST_BYTES} bytes`);
  const prices = new Map<string, number>();
  for (const [at, line] of readFileSync(file, 'utf8').split(/\r?\n/).entries()) {
    const written = line.replace(/#.*/, '').trim();
    if (!written || /^country\b/i.test(written)) continue;
    const [, country, price] = LINE.exec(written) ?? [];
    if (!country) throw new Error(`line ${at + 1} must look like ES,0.05 or *,0.05`);
    prices.set(country, Number(price));
  }
  return prices;
}

/** The path of such a table, which can be read. */
export function MessagePriceTable(): PropertyDecorator {
  const wrong = (file: string): string | undefined => {
    try {
      messagePricesIn(file);
      return undefined;
    } catch (error) {
      return (error as Error).message;
    }
  };
  const validator = {
    validate: (value: unknown) => wrong(String(value)) === undefined,
    defaultMessage: (given?: ValidationArguments) =>
      `must be the path of a table of prices: ${wrong(String(given?.value))}`,
  };
  return (target, name) => {
    IsOptional()(target, name as string);
    ValidateBy({ name: 'message-prices', validator })(target, name as string);
  };
}
