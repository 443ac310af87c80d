import type { Refuses } from '../../mailbox/holds/hold.store.js';
import type { Unreachable } from '../../sessions/conversation.js';

type Reason = Unreachable['reason'];

/** What a Twilio error code means for the part, and what the operator should do about it. */
export interface Ruling {
  kind: 'retry' | 'stop' | 'dead';
  /** Of `stop`: whom Twilio refuses. */
  of?: Refuses;
  /** How many attempts are made in all; without it, they go on until the 24-hour window closes. */
  attempts?: number;
  /** Milliseconds to wait at least before the second attempt. The wait grows with each one. */
  waitMs?: number;
  /** Milliseconds that the wait grows to, where it grows for longer than usual. */
  mostMs?: number;
  /** It may be the line that is refused: see `Verdict`. */
  suspect?: true;
  /** The person wants nothing more from this sender. */
  optOut?: true;
  /** WhatsApp takes only templates for this person now. */
  windowClosed?: true;
  /** What it was sent as is at fault: the template, its variables or its buttons. */
  unfit?: true;
  /** Nothing reaches this person, whatever is sent: not until they write again. */
  unreachable?: Reason;
  action: string;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

const CREDENTIALS =
  'Check TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN (or the API key) against the Twilio console.';
const SENDER =
  "Check the line's number or Messaging Service (of the default line TWILIO_WHATSAPP_FROM and " +
  'TWILIO_MESSAGING_SERVICE_SID): it must be a WhatsApp sender of this account.';
const SUSPENDED =
  "The account is not active: see its balance and Twilio's mails; Twilio's support opens it again.";
const SERVICE =
  "Check the line's Messaging Service (of the default line TWILIO_MESSAGING_SERVICE_SID): it must be " +
  'a service of this account, with the WhatsApp sender in its pool.';
const RECIPIENT =
  'Nothing can be sent to this address: reach the person another way, or wait until they write.';
const BLOCKED = 'The person blocked this sender: do not write to them until they write again.';
const CONTENT = 'Change the text, and send it again by hand.';
const TEMPLATE =
  'See the template in the Twilio console (Content Template Builder), or choose another approved one.';
const VARIABLES =
  'Send the template anew with values for each of its variables, in the form that it was approved in.';

/** A retry at the usual pace. */
const retry = (action: string): Ruling => ({ kind: 'retry', action });
/** A retry that begins slowly, for what may be a limit or an outage of the whole line. */
const later = (action: string, waitMs: number): Ruling => ({
  kind: 'retry',
  action,
  waitMs,
  mostMs: HOUR,
  suspect: true,
});
/** No message of the account is taken, whichever line it goes out from. */
const account = (action: string): Ruling => ({ kind: 'stop', of: 'account', action });
/** What the message goes out from is refused: other lines send from something else. */
const line = (action: string): Ruling => ({ kind: 'stop', of: 'line', action });
const dead = (action: string): Ruling => ({ kind: 'dead', action });
/** The template or the buttons: what is sent as a plain text may be taken. */
const unfit = (action: string): Ruling => ({ kind: 'dead', action, unfit: true });
const optOut = (action: string): Ruling => ({ kind: 'dead', action, optOut: true });
const unreachable = (action: string, why: Reason = 'invalid'): Ruling => ({
  kind: 'dead',
  action,
  unreachable: why,
});

/**
 * What each of Twilio's error codes (https://www.twilio.com/docs/api/errors) means for a part.
 * `dead` is a closed list: only what the code's page lays to the recipient or to the text. Twilio
 * may give codes a new meaning, and adds others: what isn't here waits, see `unlisted`. For 20429,
 * 63049, 63016, 63024, 63014 and 63038 Twilio's page says what to do; for the others we concluded
 * it from the cause that the page gives.
 */
export const RULINGS: ReadonlyMap<number, Ruling> = new Map([
  [20429, retry('Nothing: too many requests at once, it is sent again.')],

  [30001, later('Nothing: the queue is full, it is sent again later.', MINUTE)],
  [21611, later('Nothing: the queue is full, it is sent again later.', MINUTE)],
  [63017, later('Nothing, unless it lasts: the account sends too fast.', 5 * MINUTE)],
  [63018, later("Nothing, unless it lasts: Meta's limit for this sender.", 5 * MINUTE)],
  [63010, later("Nothing, unless it lasts: the provider's own error.", 30 * SECOND)],
  [63012, later("Nothing, unless it lasts: the provider's own error.", 30 * SECOND)],
  [
    63019,
    {
      kind: 'retry',
      attempts: 2,
      waitMs: MINUTE,
      action: 'Check that the media can be fetched and is of a kind WhatsApp takes.',
    },
  ],

  // Limits and credentials of the account, which all lines send by.
  [63038, account("The account's daily limit is reached: raise it, or wait until it is reset.")],
  [60728, account("The account's limit is reached: raise it, or wait until it is reset.")],
  [20003, account(CREDENTIALS)],
  // The account in the address of the request isn't there.
  [20404, account(CREDENTIALS)],
  [10001, account(SUSPENDED)],
  [20005, account(SUSPENDED)],
  [20403, account(SUSPENDED)],
  [30002, account(SUSPENDED)],
  // PUBLIC_URL, which is in every request.
  [
    21609,
    account(
      "Twilio does not take our status callback's address: set PUBLIC_URL to one that it can call, " +
        'with no underscore in its host, and start again.',
    ),
  ],

  // WhatsApp's side of this one sender: its token, its channel, how that is set up at Twilio.
  [63001, line("WhatsApp refuses Twilio's token of this sender: see the sender in the console.")],
  [63007, line(SENDER)],
  [63008, line(SENDER)],
  // The From of the request: no number of the account, of no use for this channel, or not written as
  // the To is. Where it is the account that is wrong, each line gets it, and is held by itself.
  [21606, line(SENDER)],
  [21659, line(SENDER)],
  [21660, line(SENDER)],
  [21910, line(SENDER)],
  // It names the To beside the From, but WhatsApp has codes of its own for who can't be reached.
  [21612, line(SENDER)],
  // The Messaging Service of the request: there is none, it has no sender, or no such SID.
  [21701, line(SERVICE)],
  [21703, line(SERVICE)],
  [21705, line(SERVICE)],

  [63049, dead('Meta withheld it. Do not send it again at once, and to US numbers never.')],
  [
    63016,
    {
      kind: 'dead',
      windowClosed: true,
      action:
        'The 24-hour window is closed: send an approved template, or wait for a message. A template ' +
        'that gets this is not approved for WhatsApp.',
    },
  ],
  [63003, unreachable(RECIPIENT)],
  [63024, unreachable(RECIPIENT)],
  [63032, unreachable(RECIPIENT)],
  [63014, unreachable(BLOCKED, 'blocked')],
  [21610, optOut('The person opted out (STOP): wait until they send START.')],
  [21201, unreachable(RECIPIENT)],
  [21211, unreachable(RECIPIENT)],
  [21614, unreachable(RECIPIENT)],
  [63015, unreachable('Sandbox: the person must first send its `join` code, every three days.')],
  [21617, dead(CONTENT)],
  [21658, dead(CONTENT)],
  [63005, unfit(CONTENT)],
  [63013, unfit(CONTENT)],
  [63021, unfit(CONTENT)],

  [21655, unfit(TEMPLATE)],
  [21656, unfit(VARIABLES)],
  [63027, unfit(`The template does not exist for WhatsApp in this language. ${TEMPLATE}`)],
  [63028, unfit(`The number of variables is not the template's. ${VARIABLES}`)],
  [63030, unfit(`The template takes no such values. ${VARIABLES}`)],
  [63040, unfit(`Meta has rejected the template. ${TEMPLATE}`)],
  [63041, unfit(`Meta has paused the template: people complained. ${TEMPLATE}`)],
  [63042, unfit(`Meta has disabled the template. ${TEMPLATE}`)],
  [11751, dead('The media is too big for WhatsApp: send a smaller one.')],
]);
