import { iso } from '../../../clock.js';
import type { Content } from '../../ledger/content.js';
import { decisionOn } from '../../ledger/approvals.js';

/** What the Content API shows of all: twilio.com/docs/content/content-api-resources. */
function base(accountSid: string, content: Content) {
  const { sid, friendlyName, language, variables, types, createdAt, approval } = content;
  return {
    sid,
    account_sid: accountSid,
    friendly_name: friendlyName,
    language,
    variables,
    types,
    date_created: seconds(createdAt),
    date_updated: seconds(approval?.askedAt ?? createdAt),
  };
}

/** The Content resource. `at`: where the API is reached. */
export function contentResource(accountSid: string, at: string, content: Content) {
  const url = `${at}/v1/Content/${content.sid}`;
  const links = {
    approval_create: `${url}/ApprovalRequests/whatsapp`,
    approval_fetch: `${url}/ApprovalRequests`,
  };
  return { ...base(accountSid, content), url, links };
}

/** The same with WhatsApp's decision, as it is listed. */
export function contentAndApproval(accountSid: string, content: Content) {
  return { ...base(accountSid, content), approval_requests: approvalIn(content) };
}

/** The ApprovalRequest resource. */
export function approvalIn(content: Content) {
  const { approval, types } = content;
  const { status, reason } = decisionOn(content);
  return {
    name: approval?.name ?? '',
    category: approval?.category ?? '',
    content_type: Object.keys(types)[0],
    status,
    rejection_reason: reason,
    allow_category_change: true,
    send_ttl_seconds: null,
  };
}

/** Twilio's newer APIs write times with whole seconds. */
function seconds(at: number): string {
  return iso(at).replace(/\.\d+Z$/, 'Z');
}
