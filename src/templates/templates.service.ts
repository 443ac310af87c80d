import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { BotConfigService } from '../config/bot-config.service.js';
import { BadCursor } from '../http/cursor.js';
import { paged } from '../http/page.js';
import { Problem } from '../http/problems/problem.js';
import { ContentApi, ContentTrouble } from '../whatsapp/sending/content/content-api.js';
import type { Template } from '../whatsapp/sending/content/template.js';
import { missing } from '../whatsapp/sending/whatsapp.channel.js';
import { type TemplatePage, type TemplateQuery, TemplateView } from './template.dto.js';

/** Milliseconds for which what Twilio listed counts. */
const FRESH_FOR = 60_000;

/** Resources that this or another installation made for what can be tapped: no templates. */
const OWN = /^recado_choices_/;

interface Read {
  account: string;
  at: number;
  templates: Promise<Template[]>;
}

/** The account's templates, as Twilio lists them. */
@Injectable()
export class TemplatesService {
  private latest?: Read;

  constructor(
    private readonly config: BotConfigService,
    private readonly api: ContentApi,
    private readonly clock: Clock,
  ) {}

  /** Returns a page of templates. Throws a `Problem`: 503 while Twilio can't be asked. */
  async page({ limit, cursor, status, fresh }: TemplateQuery): Promise<TemplatePage> {
    const all = (await this.all(fresh)).filter((one) => !status || one.status === status);
    const start = cursor ? all.findIndex(({ sid }) => sid === cursor) + 1 : 0;
    if (cursor && !start) throw new BadCursor();
    const items = all.slice(start, start + limit);
    const more = start + items.length < all.length;
    return paged(items.map(TemplateView.of), more ? items.at(-1)!.sid : null);
  }

  /**
   * Finds a template; one that isn't in what was read last is looked for once more. Throws a
   * `Problem`: 404 where there is none, 503 while Twilio can't be asked.
   */
  async one(sid: string): Promise<Template> {
    const find = async (fresh: boolean) => (await this.all(fresh)).find((one) => one.sid === sid);
    const found = (await find(false)) ?? (await find(true));
    if (found) return found;
    const detail = `The account has no template ${sid}: GET /api/v1/templates lists them.`;
    throw new Problem(404, 'No such template', detail);
  }

  private async all(fresh = false): Promise<Template[]> {
    const config = await this.config.current();
    if (missing(config)) throw unread('Twilio is not set up.');
    const account = config.twilioAccountSid!;
    const { latest } = this;
    const age = latest ? Math.abs(this.clock.now() - latest.at) : Infinity;
    if (!fresh && latest?.account === account && age < FRESH_FOR) return latest.templates;
    const templates = this.api.templates(config).then(sorted);
    const read = { account, at: this.clock.now(), templates };
    this.latest = read;
    return templates.catch((error: unknown) => {
      if (this.latest === read) this.latest = undefined;
      throw error instanceof ContentTrouble ? unread(error.message) : error;
    });
  }
}

function sorted(templates: Template[]): Template[] {
  const ours = templates.filter(({ name }) => !OWN.test(name));
  return ours.toSorted((a, b) => a.name.localeCompare(b.name, 'en') || (a.sid < b.sid ? -1 : 1));
}

function unread(why: string): Problem {
  const detail = `Templates can't be read at Twilio (${why}). Try again in a minute.`;
  return new Problem(503, 'Templates not read', detail);
}
