import type { MessageDetails } from '../../chat/messages/message.js';
import { flowAnswers } from './flow-answers.js';
import type { Form } from './form.js';
import { first } from './form.js';
import { found, isObject, jsonFields, label, textAt } from './json-fields.js';

/** Lines that are kept of an order, and names of contacts. */
const MOST = 50;

/**
 * What a form says in JSON. Twilio documents `InteractiveData` for the answers to a form; lists,
 * orders and contacts come in Meta's shapes, in a field that isn't documented: all are looked through
 * (https://developers.facebook.com/docs/whatsapp/cloud-api/webhooks/payload-examples).
 */
export function interactiveOf(form: Form): MessageDetails {
  const fields = jsonFields(form);
  const details: MessageDetails = {};
  const button = choiceOf(form, fields);
  const order = found(fields, 'productitems');
  const contacts = namesIn(found(fields, 'contacts'));
  if (button) details.button = button;
  if (Array.isArray(order)) details.order = order.filter(isObject).slice(0, MOST).map(lineOf);
  if (contacts.length) details.contacts = contacts;
  const flow = button ? [] : flowIn(fields);
  if (flow.length) details.flow = flow;
  return details;
}

/** The label and payload of a pressed button, or the title and id of a list's row. */
function choiceOf(form: Form, fields: object): MessageDetails['button'] {
  const reply = found(fields, 'listreply') ?? found(fields, 'buttonreply');
  const named = (name: string) => label(first(form[name])?.trim());
  const text = named('ButtonText') ?? named('ListTitle') ?? textAt(reply, 'title', 'text');
  const payload = named('ButtonPayload') ?? named('ListId') ?? textAt(reply, 'id', 'payload');
  return text || payload ? { text, payload } : undefined;
}

function flowIn(fields: Record<string, unknown>): NonNullable<MessageDetails['flow']> {
  const reply = found(fields, 'nfmreply');
  const given = found(reply, 'responsejson') ?? found(fields, 'responsejson');
  return flowAnswers(given ?? reply ?? fields.InteractiveData ?? fields.FlowData);
}

/** "2 × SKU-1 (3.5 EUR)". */
function lineOf(item: Record<string, unknown>): string {
  const name = textAt(item, 'name', 'title', 'productretailerid', 'id') ?? '?';
  const price = [textAt(item, 'itemprice', 'price'), textAt(item, 'currency')].filter(Boolean);
  return `${textAt(item, 'quantity') ?? 1} × ${name}${price.length ? ` (${price.join(' ')})` : ''}`;
}

function namesIn(contacts: unknown): string[] {
  const names = Array.isArray(contacts) ? contacts.map(nameOf) : [];
  return names.filter((name) => name !== undefined).slice(0, MOST);
}

function nameOf(contact: unknown): string | undefined {
  const name = found(contact, 'name', 1);
  return textAt(name, 'formattedname') ?? textAt(contact, 'formattedname', 'name');
}
