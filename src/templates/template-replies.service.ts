import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { WINDOW_MS } from '../mailbox/outbox/window.js';
import type { ReplyView } from '../takeover/reply.dto.js';
import { TakeoverService } from '../takeover/takeover.service.js';
import type { TemplateReply } from './template-reply.dto.js';
import { isApproved } from './template.dto.js';
import { textWith } from './template-values.js';
import { TemplatesService } from './templates.service.js';

/** Sends templates, as a person's reply. */
@Injectable()
export class TemplateRepliesService {
  constructor(
    private readonly templates: TemplatesService,
    private readonly takeover: TakeoverService,
  ) {}

  /**
   * Stores a template as a person's reply, which goes out like any other. The same `key` again returns
   * the first reply and stores nothing. Throws what `TakeoverService.send` throws, and a `Problem`: 400
   * for values that the template doesn't take, 404 for an unknown one, 503 while Twilio can't be asked.
   */
  async send(id: string, { content_sid: sid, variables = {} }: TemplateReply, key?: string) {
    const template = await this.templates.one(sid);
    const body = textWith(template, variables);
    const parts = [{ id: randomUUID(), body, content: { template: { sid, variables } } }];
    // What isn't approved is taken inside the window only.
    const windowMs = isApproved(template) ? undefined : WINDOW_MS;
    return this.takeover.send(id, { text: body, parts, windowMs }, key) as Promise<ReplyView>;
  }
}
