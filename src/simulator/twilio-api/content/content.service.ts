import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../clock.js';
import { Faults } from '../../faults/faults.js';
import type { Content } from '../../ledger/content.js';
import { Contents } from '../../ledger/contents.js';
import { SimulatorOptions } from '../../simulator.options.js';
import { newerPage } from '../lists/newer-pages.js';
import type { ListQuery } from '../lists/pages.js';
import { TwilioError } from '../twilio-error.js';
import { canBeApproved, isCategory } from '../../ledger/approvals.js';
import { readContent, wrong } from './content-form.js';
import { approvalIn, contentAndApproval, contentResource } from './content-resource.js';

/** Templates, buttons and lists at Twilio: twilio.com/docs/content. */
@Injectable()
export class ContentService {
  constructor(
    private readonly contents: Contents,
    private readonly options: SimulatorOptions,
    private readonly faults: Faults,
    private readonly clock: Clock,
  ) {}

  async create(given: unknown) {
    await this.mayFail();
    const content = readContent(given, this.clock.now());
    await this.contents.keep(content);
    return this.resource(content);
  }

  one(sid: string) {
    return this.resource(this.find(sid));
  }

  async delete(sid: string): Promise<void> {
    this.find(sid);
    await this.contents.delete(sid);
  }

  list(query: ListQuery) {
    const all = this.contents.all().map((content) => this.resource(content));
    return this.page('Content', all, query);
  }

  async withApprovals(query: ListQuery) {
    await this.mayFail();
    const { accountSid } = this.options;
    const all = this.contents.all().map((one) => contentAndApproval(accountSid, one));
    return this.page('ContentAndApprovals', all, query);
  }

  /** Asks WhatsApp to approve a template, which it decides a moment later. */
  async submit(sid: string, given: unknown) {
    const content = this.find(sid);
    const { name, category } = (given ?? {}) as { name?: unknown; category?: unknown };
    if (typeof name !== 'string' || !/^[a-z0-9_]{1,512}$/.test(name))
      throw wrong('name must be lowercase letters, digits and underscores');
    if (!isCategory(category)) throw wrong('category must be UTILITY, MARKETING or AUTHENTICATION');
    if (!canBeApproved(content)) throw wrong('this content type can not be approved');
    const asked = { ...content, approval: { name, category, askedAt: this.clock.now() } };
    await this.contents.keep(asked);
    return { ...approvalIn(asked), status: 'received' };
  }

  approvalOf(sid: string) {
    const { accountSid } = this.options;
    const whatsapp = approvalIn(this.find(sid));
    const url = `${this.options.address()}/v1/Content/${sid}/ApprovalRequests`;
    return { sid, account_sid: accountSid, whatsapp, url };
  }

  private page<T extends { sid: string }>(path: string, all: T[], query: ListQuery) {
    const url = `${this.options.address()}/v1/${path}`;
    return newerPage({ key: 'contents', all, query, url });
  }

  private async mayFail(): Promise<void> {
    const fault = this.faults.ofContent();
    if (fault?.mode === '500') throw TwilioError.internal();
    if (fault) await pause(fault.delay_ms, undefined, { ref: false });
  }

  private find(sid: string): Content {
    const content = this.contents.find(sid);
    if (content) return content;
    throw TwilioError.notFound(`/Content/${sid}`);
  }

  private resource(content: Content) {
    const { accountSid } = this.options;
    return contentResource(accountSid, this.options.address(), content);
  }
}
