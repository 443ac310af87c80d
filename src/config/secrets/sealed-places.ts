import { Injectable } from '@nestjs/common';

/** Seals anew what an older key opens, and returns names of what no key opens. */
type Reseal = () => Promise<string[]>;

/**
 * Everywhere that secrets are kept sealed. Whoever seals something adds it here, so that a change of
 * SECRET_KEY reaches all of it, and an older key can be thrown away.
 */
@Injectable()
export class SealedPlaces {
  private readonly places = new Map<string, Reseal>();

  /** `where` names it: the same name replaces it. */
  add(where: string, reseal: Reseal): void {
    this.places.set(where, reseal);
  }

  /** Seals all of it by the current key. Returns names of what no key opens. */
  async reseal(): Promise<string[]> {
    const lost: string[] = [];
    for (const reseal of this.places.values()) lost.push(...(await reseal()));
    return lost;
  }
}
