/**
 * In which order numbers are looked at, over several rounds, so that none of them keeps the others from
 * being looked at: neither one with much to read nor one whose list can't be read.
 */
export class Sweep {
  private readonly done = new Set<string>();
  private readonly failed = new Set<string>();

  /** Those that are left of this sweep. What could not be read the last time comes last. */
  left<Number extends { number: string }>(numbers: Number[]): Number[] {
    const last = ({ number }: Number) => (this.failed.has(number) ? 1 : 0);
    const left = numbers.filter(({ number }) => !this.done.has(number));
    return left.toSorted((a, b) => last(a) - last(b));
  }

  /** A number was looked at to the end. */
  worked(number: string): void {
    this.done.add(number);
    this.failed.delete(number);
  }

  /** The list of a number could not be read. Where only such ones are left, a new sweep begins. */
  stopped(number: string, left: { number: string }[]): void {
    this.failed.add(number);
    if (left.every((one) => this.failed.has(one.number) || this.done.has(one.number))) this.end();
  }

  /** A new sweep begins. */
  end(): void {
    this.done.clear();
  }
}
