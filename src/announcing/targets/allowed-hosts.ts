import { Injectable } from '@nestjs/common';
import { Env } from '../../env/env.js';

/** The hosts to which webhooks may go wherever they lead: what the operator names in the environment. */
@Injectable()
export class AllowedHosts {
  private readonly hosts: Set<string>;

  constructor({ WEBHOOK_ALLOWED_HOSTS }: Env) {
    this.hosts = new Set(WEBHOOK_ALLOWED_HOSTS.split(',').map((one) => one.trim().toLowerCase()));
  }

  /** Whether the host of an address is one of them, on any port where none is named. */
  allow(address: string): boolean {
    const url = URL.parse(address);
    if (!url) return false;
    const port = url.port || (url.protocol === 'https:' ? '443' : '80');
    return this.hosts.has(url.hostname) || this.hosts.has(`${url.hostname}:${port}`);
  }
}
