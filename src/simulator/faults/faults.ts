import { Injectable } from '@nestjs/common';
import type {
  CallbackFaults,
  ContentFaults,
  CreateFaults,
  DeliveryFaults,
  InboundFaults,
  MediaFaults,
} from './fault-settings.dto.js';
import { FaultSettings } from './fault-settings.dto.js';
import { SimulatorOptions } from '../simulator.options.js';

/** What goes wrong on purpose now, and whom it hits. */
@Injectable()
export class Faults {
  private current = new FaultSettings();
  private random: () => number;

  constructor(private readonly options: SimulatorOptions) {
    this.random = this.chance();
  }

  get settings(): FaultSettings {
    return this.current;
  }

  /** Takes the place of all that held before. */
  set(settings: FaultSettings): FaultSettings {
    this.random = settings.seed === undefined ? this.chance() : seeded(settings.seed);
    return (this.current = settings);
  }

  clear(): void {
    this.set(new FaultSettings());
  }

  /** Each message is refused because the account isn't active (20005). */
  get accountSuspended(): boolean {
    const { mode, error_code: code, rate } = this.current.create ?? {};
    return mode === 'refuse' && code === 20005 && rate === 1;
  }

  /** What happens to this message's webhook. */
  ofInbound(): InboundFaults | undefined {
    return this.hit(this.current.inbound);
  }

  /** The fault that hits this request to create a message. */
  ofCreate(): CreateFaults | undefined {
    return this.hit(this.current.create);
  }

  /** The fault that hits this callback; of `shuffle`, this message's callbacks. */
  ofCallback(): CallbackFaults | undefined {
    return this.hit(this.current.callbacks);
  }

  ofDelivery(): DeliveryFaults | undefined {
    return this.hit(this.current.delivery);
  }

  /** The fault that hits this request to the Content API. */
  ofContent(): ContentFaults | undefined {
    return this.hit(this.current.content);
  }

  /** The fault that hits this request for a file. */
  ofMedia(): MediaFaults | undefined {
    return this.hit(this.current.media);
  }

  private hit<T extends { rate: number; mode?: string }>(fault: T | undefined): T | undefined {
    if (!fault || fault.mode === 'none') return undefined;
    return this.random() < fault.rate ? fault : undefined;
  }

  private chance(): () => number {
    return () => this.options.random?.() ?? Math.random();
  }
}

/** Mulberry32: small, and the same numbers for the same seed everywhere. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
