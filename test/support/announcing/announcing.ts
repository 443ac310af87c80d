import { afterAll, afterEach, beforeAll } from 'vitest';
import type { AnnouncementStore } from '../../../src/announcing/announcements/announcement.store.js';
import type { NewsSource } from '../../../src/announcing/news/news-source.js';
import { PostingService } from '../../../src/announcing/sending/posting.service.js';
import { SubjectsService } from '../../../src/announcing/sending/subjects.service.js';
import { TellingService } from '../../../src/announcing/sending/telling.service.js';
import { AllowedHosts } from '../../../src/announcing/targets/allowed-hosts.js';
import type { EndpointChange } from '../../../src/announcing/targets/endpoint.dto.js';
import { EndpointsService } from '../../../src/announcing/targets/endpoints.service.js';
import { NEWS_TYPES } from '../../../src/announcing/targets/news-type.js';
import type { TargetStore } from '../../../src/announcing/targets/target.store.js';
import { WebhookSecrets } from '../../../src/announcing/targets/webhook-secrets.js';
import { Endpoints } from '../../../src/config/endpoints.js';
import { Secrets } from '../../../src/config/secrets/secrets.js';
import { SealedPlaces } from '../../../src/config/secrets/sealed-places.js';
import type { SecretKey } from '../../../src/config/secrets/secret-key.js';
import { ConversationsService } from '../../../src/conversations/conversations.service.js';
import { Egress } from '../../../src/egress/egress.js';
import { Env } from '../../../src/env/env.js';
import { OtherSystems } from './other-systems.js';
import { type Mailboxes, openMailboxes } from '../stores/mailboxes.js';
import { SetClock } from '../stores/set-clock.js';
import { onBothStores, type TestStore } from '../stores/stores.js';

/** What tells of news, on one store, and other systems that hear it. */
export class Announcing {
  readonly m = {} as Mailboxes;
  readonly clock = new SetClock();
  systems: OtherSystems;
  targets: TargetStore;
  announcements: AnnouncementStore;
  endpoints: EndpointsService;
  store: TestStore;
  private readonly nodes: TellingService[] = [];
  private paths = 0;

  async begin(make: () => Promise<TestStore>): Promise<void> {
    this.systems = await OtherSystems.start();
    this.store = await make();
    this.targets = await this.store.open<TargetStore>({
      sqlite: () => import('../../../src/announcing/targets/target.sqlite.js'),
      mongo: () => import('../../../src/announcing/targets/target.mongo.js'),
    });
    this.announcements = await this.store.open<AnnouncementStore>({
      sqlite: () => import('../../../src/announcing/announcements/announcement.sqlite.js'),
      mongo: () => import('../../../src/announcing/announcements/announcement.mongo.js'),
    });
    Object.assign(this.m, await openMailboxes(this.store));
    this.endpoints = this.service(this.egress);
  }

  readonly egress = new Egress();
  readonly hosts = new AllowedHosts(
    Object.assign(new Env(), { WEBHOOK_ALLOWED_HOSTS: '127.0.0.1' }),
  );

  get secrets(): WebhookSecrets {
    const secrets = new Secrets(Buffer.alloc(32, 7));
    return new WebhookSecrets(
      { secrets: async () => secrets } as unknown as SecretKey,
      this.targets,
      new SealedPlaces(),
    );
  }

  private service(egress: Egress): EndpointsService {
    return new EndpointsService(this.targets, this.secrets, egress, this.hosts, this.clock);
  }

  get subjects(): SubjectsService {
    const env = Object.assign(new Env(), { PUBLIC_URL: 'https://recado.example' });
    const conversations = new ConversationsService(this.m.sessions, this.m.inbox, this.clock);
    return new SubjectsService(conversations, this.m.stories, new Endpoints(env));
  }

  /** An endpoint at a path of its own, that is told of everything unless it is said otherwise. */
  async endpoint(change: EndpointChange = {}) {
    const path = `/${this.paths++}`;
    const all = { url: this.systems.at(path), types: [...NEWS_TYPES] };
    return { path, ...(await this.endpoints.add({ ...all, ...change })) };
  }

  /** A process that tells, until the test ends. */
  async node(): Promise<TellingService> {
    const news = await this.store.open<NewsSource>({
      sqlite: () => import('../../../src/announcing/news/news-source.sqlite.js'),
      mongo: () => import('../../../src/announcing/news/news-source.mongo.js'),
    });
    const { endpoints, secrets, egress, hosts, clock } = this;
    const posting = new PostingService(endpoints, secrets, egress, hosts, clock);
    const stores = [this.targets, this.announcements, news, posting, this.subjects] as const;
    const node = new TellingService(...stores, clock, new Env());
    node.start();
    this.nodes.push(node);
    return node;
  }

  /** Ends the processes that tell, and takes the endpoints away. */
  async calm(): Promise<void> {
    this.systems.answers.clear();
    await Promise.all(this.nodes.splice(0).map((node) => node.onModuleDestroy()));
    for (const { id } of await this.targets.all()) await this.targets.remove(id);
    this.systems.got.length = 0;
  }

  async close(): Promise<void> {
    await this.systems.close();
    await this.store.close();
  }
}

/** A suite over what tells of news, once for each store. */
export function onBothAnnouncing(name: string, suite: (a: Announcing) => void): void {
  onBothStores(name, (make) => {
    const a = new Announcing();
    beforeAll(() => a.begin(make));
    afterEach(() => a.calm());
    afterAll(() => a.close());
    suite(a);
  });
}
