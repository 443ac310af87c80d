import { expect, it } from 'vitest';
import { Circuit, TooSlow } from './circuit.js';

it('asks no longer than its budget, and tells the request so', async () => {
  let given: AbortSignal | undefined;
  const hangs = (signal: AbortSignal) => {
    given = signal;
    return new Promise<never>(() => undefined);
  };
  await expect(new Circuit(5).ask(hangs)).rejects.toThrow(TooSlow);
  expect(given?.aborted).toBe(true);
});

it('asks no more after three failures in a row; then one tries, and a success ends it', async () => {
  let [time, asked] = [0, 0];
  const circuit = new Circuit(1000, () => time);
  const fails = () => circuit.ask(() => (asked++, Promise.reject(new Error('down'))));
  for (let n = 0; n < 3; n++) await expect(fails()).rejects.toThrow('down');
  expect(await fails()).toBeUndefined();
  time += 30_000;
  await expect(Promise.all([fails(), fails()])).rejects.toThrow('down');
  expect(asked).toBe(4);
  time += 30_000;
  expect(await circuit.ask(async () => 'there')).toBe('there');
  expect(await circuit.ask(async () => 'still')).toBe('still');
});
