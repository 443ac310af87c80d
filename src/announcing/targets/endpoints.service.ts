import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock.js';
import { Egress } from '../../egress/egress.js';
import { EgressError } from '../../egress/egress.error.js';
import { Problem } from '../../http/problems/problem.js';
import { AllowedHosts } from './allowed-hosts.js';
import {
  AddedEndpoint,
  type EndpointChange,
  type EndpointList,
  EndpointView,
  type NewEndpoint,
} from './endpoint.dto.js';
import type { Target } from './target.js';
import { TargetStore } from './target.store.js';
import { WebhookSecrets } from './webhook-secrets.js';

const MOST = 20;

/** Manages the endpoints of other systems. Throws a `Problem` (404) for an unknown one. */
@Injectable()
export class EndpointsService {
  constructor(
    private readonly targets: TargetStore,
    private readonly secrets: WebhookSecrets,
    private readonly egress: Egress,
    private readonly hosts: AllowedHosts,
    private readonly clock: Clock,
  ) {}

  async list(): Promise<EndpointList> {
    const all = await this.targets.all();
    return { items: all.filter(({ kind }) => kind === 'webhook').map(EndpointView.of) };
  }

  async one(id: string): Promise<EndpointView> {
    return EndpointView.of(await this.webhook(id));
  }

  /** Throws a `Problem`: 400 for an address that nothing is posted to, 409 where there are 20. */
  async add({ secret = this.secrets.make(), ...given }: NewEndpoint): Promise<AddedEndpoint> {
    this.check(given.url);
    const id = randomUUID();
    const { url, types, description = '', enabled = true } = given;
    const sealed = await this.secrets.seal(secret, id);
    const told = { id, kind: 'webhook', url, types, description, enabled, secret: sealed } as const;
    const target: Target = { ...told, createdAt: this.clock.now() };
    if (!(await this.targets.add(target, MOST))) throw tooMany();
    return { ...EndpointView.of(target), secret };
  }

  /** Enabling one that Recado has disabled takes the reason away. */
  async change(id: string, { secret, ...change }: EndpointChange): Promise<EndpointView> {
    await this.webhook(id);
    if (change.url !== undefined) this.check(change.url);
    const sealed = secret && { secret: await this.secrets.seal(secret, id) };
    const again = change.enabled && { disabledBecause: undefined };
    const changed = await this.targets.change(id, { ...change, ...sealed, ...again });
    if (!changed) throw unknown();
    return EndpointView.of(changed);
  }

  /** Removes one, with all that waits to be told to it. */
  async remove(id: string): Promise<void> {
    await this.webhook(id);
    await this.targets.remove(id);
  }

  /** The endpoint as it is kept. */
  async webhook(id: string): Promise<Target> {
    const found = await this.targets.find(id);
    if (found?.kind !== 'webhook') throw unknown();
    return found;
  }

  private check(url: string): void {
    try {
      this.egress.checkPosting(url, this.hosts.allow(url));
    } catch (error) {
      if (!(error instanceof EgressError)) throw error;
      throw refused(url);
    }
  }
}

function refused(url: string): Problem {
  const host = URL.parse(url)?.host ?? 'It';
  const detail =
    `${host} is no public address, or it is on a port where no web server is: news is not posted ` +
    'there. Name the host in WEBHOOK_ALLOWED_HOSTS to allow it.';
  return new Problem(400, 'Not posted there', detail, {
    errors: [{ field: 'url', message: 'leads to a place that nothing is posted to' }],
  });
}

function tooMany(): Problem {
  return new Problem(409, 'Too many endpoints', `There are ${MOST} already: remove one first.`);
}

function unknown(): Problem {
  return new Problem(404, 'No such endpoint', 'There is no endpoint of this id.');
}
