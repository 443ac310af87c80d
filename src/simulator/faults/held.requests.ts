import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { Response } from 'express';

/** Requests that are never answered. Their connections end with us, or when all is emptied. */
@Injectable()
export class HeldRequests implements OnModuleDestroy {
  readonly #held = new Set<Response>();

  /** Never resolves. */
  hold(response: Response): Promise<never> {
    this.#held.add(response);
    response.once('close', () => this.#held.delete(response));
    return new Promise(() => {});
  }

  cut(): void {
    for (const response of this.#held) response.destroy();
  }

  onModuleDestroy(): void {
    this.cut();
  }
}
