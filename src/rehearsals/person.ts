import type { Medium } from '../scenarios/scenario.js';

/** A message as somebody writes it. Addresses may go without `whatsapp:`. */
export interface Message {
  from: string;
  body: string;
  profile_name?: string;
  media?: Medium[];
  latitude?: number;
  longitude?: number;
  address?: string;
  label?: string;
  button_text?: string;
  button_payload?: string;
}

/** What the webhook answered; nothing, with the reason, where it could not be reached. */
export interface Taken {
  sid: string;
  status: number | null;
  body: string;
  error: string | null;
}

/** Writes to the bot as a person would. The simulator does, where it takes Twilio's place. */
export abstract class Person {
  /** Sends a message and resolves when the webhook has answered. */
  abstract send(message: Message): Promise<Taken>;

  /** The bytes of a file that was sent. Throws a `Problem` (404) where there is none. */
  abstract file(messageSid: string, mediaSid: string): Promise<Buffer>;
}
