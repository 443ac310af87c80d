import { EVENTS, type Heard } from './affected.js';

/** Milliseconds before a stream that the server refused is opened again: at first, and at most. */
const FIRST_WAIT = 1000;
const LONGEST_WAIT = 30_000;
/** Milliseconds that a page that nobody sees keeps its stream: a browser has six for all its tabs. */
const UNSEEN = 60_000;

export interface Listener {
  /** Something changed. */
  heard(heard: Heard): void;
  /** Anything may have changed: some of it wasn't heard. */
  missed(): void;
  /** Whether what is shown is up to date. */
  live(live: boolean): void;
  /** The server refused: rejects, too, where nobody is signed in any more. */
  stillSignedIn(): Promise<unknown>;
}

/** The stream of events, opened again for as long as it is wanted. */
export class Connection {
  private source?: EventSource;
  private waiting?: ReturnType<typeof setTimeout>;
  private unseen?: ReturnType<typeof setTimeout>;
  private wait = FIRST_WAIT;
  /** Whether what came before this stream may have been missed. */
  private gap = false;

  constructor(
    private readonly address: string,
    private readonly listener: Listener,
  ) {}

  start(): void {
    this.open();
    document.addEventListener('visibilitychange', this.seen);
    addEventListener('online', this.retry);
  }

  stop(): void {
    document.removeEventListener('visibilitychange', this.seen);
    removeEventListener('online', this.retry);
    clearTimeout(this.unseen);
    this.close();
  }

  private open(): void {
    this.close();
    const source = new EventSource(this.address);
    this.source = source;
    source.addEventListener('open', () => this.opened());
    source.addEventListener('error', () => this.broke(source));
    source.addEventListener('reset', () => this.listener.missed());
    for (const event of EVENTS)
      source.addEventListener(event, ({ data }: MessageEvent<string>) =>
        this.listener.heard({ event, data: JSON.parse(data) }),
      );
  }

  private close(): void {
    clearTimeout(this.waiting);
    this.source?.close();
    this.source = undefined;
  }

  private opened(): void {
    this.wait = FIRST_WAIT;
    if (this.gap) this.listener.missed();
    this.gap = false;
    this.listener.live(true);
  }

  /** Where the line broke, the browser comes back by itself, with the last id it has. */
  private broke(source: EventSource): void {
    this.listener.live(false);
    if (source.readyState !== EventSource.CLOSED) return;
    this.gap = true;
    // Not all at the same time, after a restart.
    const wait = this.wait * (0.5 + Math.random());
    this.wait = Math.min(this.wait * 2, LONGEST_WAIT);
    clearTimeout(this.waiting);
    this.waiting = setTimeout(this.retry, wait);
  }

  private readonly retry = async () => {
    if (this.source?.readyState !== EventSource.CLOSED) return;
    const refused = this.source;
    try {
      await this.listener.stillSignedIn();
      if (this.source === refused) this.open();
    } catch {
      if (this.source === refused) this.broke(refused);
    }
  };

  private readonly seen = () => {
    clearTimeout(this.unseen);
    if (document.hidden) {
      this.unseen = setTimeout(() => (this.close(), (this.gap = true)), UNSEEN);
    } else if (!this.source) this.open();
  };
}
