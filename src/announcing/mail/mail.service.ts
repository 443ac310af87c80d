import { randomUUID } from 'node:crypto';
import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { Clock } from '../../clock.js';
import { BotConfigService } from '../../config/bot-config.service.js';
import { Env } from '../../env/env.js';
import { mailboxesIn } from '../../env/mail/rules.js';
import { told } from '../../metrics.js';
import type { Announcement } from '../announcements/announcement.js';
import { AnnouncementStore } from '../announcements/announcement.store.js';
import { nextTry } from '../sending/schedule.js';
import { SubjectsService } from '../sending/subjects.service.js';
import type { NewsType } from '../targets/news-type.js';
import { TargetStore } from '../targets/target.store.js';
import { counts, type Current, letterOf } from './letter.js';
import { MailTransport } from './transport.js';

/** The one target of this kind. */
export const MAIL = '00000000-0000-4000-8000-000000000001';
const TYPES: NewsType[] = ['conversation.waiting', 'message.failed', 'account.held'];

/** Milliseconds between two looks. */
const LOOK_MS = 5000;
const MINUTE = 60_000;
/** So many pieces of news are in one mail; the rest is in the next. */
const TOGETHER = 500;
/** Milliseconds for which they are claimed: longer than a mail takes. */
const CLAIM_MS = 2 * MINUTE;

/** Writes to the team when somebody begins to wait and when something failed, all in one mail. */
@Injectable()
export class MailService implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('E-mail');
  private readonly claim = randomUUID();
  private readonly transport: MailTransport | undefined;
  private timer?: NodeJS.Timeout;
  private running?: Promise<void>;
  private triedAt = -Infinity;

  constructor(
    private readonly targets: TargetStore,
    private readonly announcements: AnnouncementStore,
    private readonly subjects: SubjectsService,
    private readonly config: BotConfigService,
    private readonly clock: Clock,
    private readonly env: Env,
  ) {
    this.transport = MailTransport.of(env);
  }

  /** Starts, unless WORKER_CONCURRENCY=0 says that this process only accepts messages. */
  onApplicationBootstrap(): void {
    if (!this.env.WORKER_CONCURRENCY) return;
    this.timer = setInterval(() => this.look(), LOOK_MS);
    this.look();
  }

  /** Stops once the mail that is under way has gone. */
  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  private look(): void {
    this.running ??= this.round()
      .catch((error: Error) => this.logger.warn(`No e-mail can be sent now: ${error.message}`))
      .finally(() => (this.running = undefined));
  }

  /** Sends a mail if there is news and the last one is long enough ago. */
  async round(): Promise<void> {
    if (!(await this.isWanted())) return;
    const now = this.clock.now();
    if (now - (await this.lastAt()) < this.env.MAIL_EVERY_MINUTES * MINUTE) return;
    const until = now + CLAIM_MS;
    const due = await this.announcements.claim(MAIL, TOGETHER, now, until, this.claim);
    if (!due.length) return;
    this.triedAt = now;
    const there = await this.there(due);
    const current = there.filter(counts);
    const error = current.length ? await this.send(current) : undefined;
    await this.note(
      there.map(({ announcement }) => announcement),
      error,
    );
  }

  /** Brings what the store knows of e-mail in line with the environment, which may have changed. */
  private async isWanted(): Promise<boolean> {
    const known = await this.targets.find(MAIL);
    if (!this.transport && known) await this.targets.remove(MAIL);
    if (!this.transport) {
      // It doesn't change while the process runs.
      clearInterval(this.timer);
      return false;
    }
    if (known) return true;
    const target = {
      id: MAIL,
      kind: 'mail',
      description: '',
      types: TYPES,
      enabled: true,
    } as const;
    await this.targets.add({ ...target, types: TYPES, createdAt: this.clock.now() }, 1);
    return true;
  }

  /** When the last mail went out or was tried: by another process or before a restart, too. */
  private async lastAt(): Promise<number> {
    const which = { state: 'delivered', targetId: MAIL } as const;
    const [last] = (await this.announcements.page(1, which)).items;
    return Math.max(this.triedAt, last?.settledAt ?? -Infinity);
  }

  /** What there is still something to be said of; of who was erased meanwhile nothing is kept. */
  private async there(due: Announcement[]): Promise<Current[]> {
    const there: Current[] = [];
    for (const announcement of due) {
      const subject = await this.subjects.of(announcement);
      if (subject) there.push({ announcement, subject });
    }
    const known = new Set(there.map(({ announcement }) => announcement.id));
    const gone = due.filter(({ id }) => !known.has(id));
    if (gone.length) await this.announcements.drop(gone.map(({ id }) => id));
    return there;
  }

  /** Returns why it was not sent. */
  private async send(news: Current[]): Promise<string | undefined> {
    const { MAIL_FROM, MAIL_TO, MAIL_LANGUAGE, TIME_ZONE } = this.env;
    const { botName, language } = await this.config.current();
    const letter = letterOf(news, {
      language: MAIL_LANGUAGE ?? (language === 'es' ? 'es' : 'en'),
      business: botName,
      timeZone: TIME_ZONE,
      failuresUrl: this.subjects.consoleAt('/failures'),
    });
    try {
      await this.transport!.send({ ...letter, from: MAIL_FROM, to: mailboxesIn(MAIL_TO!) });
      return undefined;
    } catch (error) {
      return `The mail server: ${this.transport!.wordsOf(error as Error)}`;
    }
  }

  private async note(due: Announcement[], error: string | undefined): Promise<void> {
    const now = this.clock.now();
    if (error) this.logger.warn(`A mail was not sent, and is tried again: ${error}`);
    for (const { id, tries } of due) {
      const dueAt = error && nextTry(tries, now);
      if (!error) await this.announcements.tried(id, this.claim, { state: 'delivered', at: now });
      else if (dueAt)
        await this.announcements.tried(id, this.claim, { state: 'waiting', dueAt, error });
      else await this.announcements.tried(id, this.claim, { state: 'failed', at: now, error });
      told.inc({ kind: 'mail', result: error ? (dueAt ? 'again' : 'failed') : 'delivered' });
    }
  }
}
