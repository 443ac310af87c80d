import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { Env, isLoopback } from '../../env/env.js';

const READS = new Set(['GET', 'HEAD']);

/**
 * Tells requests that our own pages make from those of other pages, which a browser may send with our
 * cookie. Ours are at PUBLIC_URL, and at the address listened on. A name that somebody else's DNS
 * leads here is none of these, though a page under it and its requests have the same origin.
 */
@Injectable()
export class OwnPages {
  private readonly published?: URL;
  private readonly host: string;

  constructor(env: Env) {
    this.published = env.PUBLIC_URL ? new URL(env.PUBLIC_URL) : undefined;
    this.host = env.HOST.replace(/^\[?(.*?)\]?$/, (_, bare: string) =>
      bare.includes(':') ? `[${bare}]` : bare,
    );
  }

  /**
   * Whether a page of ours made the request. A page under another name, an opaque origin (`null`) and
   * one that isn't told are none. Of reads, browsers tell the origin in another way (`Sec-Fetch-Site`),
   * and over plain HTTP between machines not at all: then the address asked for decides, since a read
   * changes nothing here, and no other page may see its answer.
   */
  made({ method, headers }: Request): boolean {
    const { origin, host } = headers;
    if (origin !== undefined) return this.isOwn(origin, host);
    if (!READS.has(method)) return false;
    const site = headers['sec-fetch-site'];
    return site === undefined ? this.isPlain(host) : site === 'same-origin';
  }

  /** Where the page is that made a request: below which path, and whether it came by HTTPS. */
  placeOf({ headers: { origin = '' } }: Request): { path: string; secure: boolean } {
    const path = origin === this.published?.origin ? this.published.pathname : '/';
    return { path, secure: origin.startsWith('https:') };
  }

  private isOwn(origin: string, host: string | undefined): boolean {
    if (origin === this.published?.origin) return true;
    if (!URL.canParse(origin)) return false;
    const page = new URL(origin);
    return page.host === host?.toLowerCase() && this.isListenedOn(page);
  }

  private isListenedOn({ href, hostname }: URL): boolean {
    return isLoopback(href) || hostname === this.host;
  }

  /** Whether it is an address of ours at which browsers don't tell where a read comes from. */
  private isPlain(host: string | undefined): boolean {
    const asked = `http://${host}`;
    if (!host || !URL.canParse(asked) || isLoopback(asked)) return false;
    const { origin, hostname } = new URL(asked);
    return origin === this.published?.origin || hostname === this.host;
  }
}
