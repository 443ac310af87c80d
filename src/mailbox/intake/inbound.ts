/** A message as the edge hands it over: checked, cleaned, not yet durable. */
export interface Inbound {
  /** Twilio's MessageSid, or a made-up key where a caller gave none. */
  id: string;
  /** E.164, with the plus. */
  phone?: string;
  /** A WhatsApp user id such as US.13491208655302741918. At least one of the two is there. */
  userId?: string;
  /** Empty only with media, a location or a button. */
  text: string;
  profileName?: string;
  details: InboundDetails;
}

/** What a message carries besides its text, kept with it. */
export interface InboundDetails {
  media?: { url: string; contentType: string }[];
  location?: { latitude: number; longitude: number; address?: string; label?: string };
  button?: { text?: string; payload?: string };
  /** The sid of the message that this one replies to. */
  repliedTo?: string;
  messageType?: string;
  /** Twilio has answered a STOP, START or HELP by itself. */
  optOutType?: string;
}

export interface Accepted {
  conversationId: string;
  messageId: string;
  /** Seen before: nothing was stored, the first one's answer counts. */
  duplicate: boolean;
}

/** A status callback: what became of a message that was sent. */
export interface StatusUpdate {
  sid: string;
  status: string;
  /** From the callback's URL: the attempt that made the message. */
  attempt?: string;
  /** For `failed` and `undelivered`: what the error means for the part. */
  failure?: import('../outbox/channel.js').Verdict;
}
