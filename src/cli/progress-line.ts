interface Output {
  isTTY?: boolean;
  write(text: string): unknown;
}

const CLEAR = '\r\u001B[2K';

/** One line that tells how far something is, on a terminal only. */
export class ProgressLine {
  private last = '';

  constructor(private readonly output: Output) {}

  show(text: string): void {
    if (!this.output.isTTY || text === this.last) return;
    this.last = text;
    this.output.write(CLEAR + text);
  }

  clear(): void {
    if (this.last) this.output.write(CLEAR);
    this.last = '';
  }
}
