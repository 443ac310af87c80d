import { Injectable } from '@nestjs/common';
import type { Medium as StoredMedium, Message } from '../chat/messages/message.js';
import { Clock, iso } from '../clock.js';
import { Problem } from '../http/problems/problem.js';
import type { WrittenMedium } from '../scenarios/files.js';
import { type Remarked, scenarioText, type TurnToWrite } from '../scenarios/writer.js';
import { Person } from './person.js';
import { type Course, type Exchange, sentOf, Transcript } from './transcript.js';
import { expectationsOf } from './expectations.js';

/** Bytes of a file that is written into the scenario itself. */
const MOST_BYTES = 1024 * 1024;
/** Characters of an answer that a remark shows. */
const SHOWN = 300;

/** Writes a conversation that was held as a scenario, to be played again. */
@Injectable()
export class SavingService {
  constructor(
    private readonly transcript: Transcript,
    private readonly person: Person,
    private readonly clock: Clock,
  ) {}

  /** The scenario's text. Throws a `Problem`: 404 for an unknown conversation, 409 for an empty one. */
  async scenarioOf(conversationId: string): Promise<string> {
    const course = await this.transcript.of(conversationId);
    if (!course) throw new Problem(404, 'No such conversation', NO_CONVERSATION);
    const turns = await this.turnsOf(course);
    if (!turns.length) throw new Problem(409, 'Conflict', NOTHING_YET);
    const saved = `A conversation with Recado, saved on ${iso(this.clock.now()).slice(0, 10)}.`;
    return scenarioText({ remarks: [saved, ...HOW] }, [turns]);
  }

  private async turnsOf(course: Course): Promise<Remarked[]> {
    const turns: Remarked[] = [];
    let passedOn = false;
    for (const exchange of course.exchanges) {
      const { turn: answer } = exchange;
      // In work, over the limit, given up: nothing that could be expected again.
      if (!answer?.outcome || !AGAIN.has(answer.outcome)) continue;
      const content = await this.contentOf(exchange.asked);
      if (!content) continue;
      const text = answer.mode === 'person' ? '' : sentOf(answer);
      const expected = expectationsOf(answer, text, handsOver(course, exchange));
      // After a handover the bot is silent; what a person had it say again is another conversation.
      if (passedOn && !('silence' in expected)) break;
      passedOn ||= 'handover' in expected;
      const turn = { ...content.turn, ...expected };
      turns.push({ turn, remarks: [...content.remarks, ...remarksOn(text)] });
    }
    return turns;
  }

  /** What was sent, as it can be sent again; undefined when nothing of it can. */
  private async contentOf(asked: Message[]): Promise<Remarked | undefined> {
    const turn: TurnToWrite = {};
    const ask = asked.map(({ text }) => text).filter((text) => text.trim());
    if (ask.length) turn.ask = ask.join('\n');
    const { location, button } = Object.assign({}, ...asked.map(({ details }) => details ?? {}));
    if (location) turn.location = location;
    if (button) turn.button = button;
    const { media, remarks } = await this.mediaOf(asked);
    if (media.length) turn.media = media;
    return Object.keys(turn).length ? { turn, remarks } : undefined;
  }

  private async mediaOf(asked: Message[]) {
    const media: WrittenMedium[] = [];
    const remarks: string[] = [];
    for (const message of asked)
      for (const medium of message.details?.media ?? []) {
        const bytes = await this.bytesOf(message.id, medium);
        const small = bytes && bytes.length <= MOST_BYTES;
        const content_type = medium.contentType;
        if (small) media.push({ content_type, base64: bytes.toString('base64') });
        else remarks.push(`A file (${content_type}) is left out: name yours under \`media\`.`);
      }
    return { media, remarks };
  }

  /** Undefined when the simulator has it no more. */
  private bytesOf(messageSid: string, { url }: StoredMedium): Promise<Buffer | undefined> {
    const mediaSid = url.split('/').at(-1)!;
    return this.person.file(messageSid, mediaSid).catch((error: unknown) => {
      if (error instanceof Problem && error.getStatus() === 404) return undefined;
      throw error;
    });
  }
}

const AGAIN = new Set<string>(['answered', 'human', 'opted_out']);

const HOW = [
  'Play it again: npx recado simulate THIS-FILE',
  'What the answers must hold is a suggestion: keep what matters to you.',
];
const NO_CONVERSATION = 'There is no conversation of this id.';
const NOTHING_YET = 'Nothing in this conversation could be asked again: write to the bot first.';

/** Who waits for a person has waited since the last answer before their wait, which said so. */
function handsOver({ conversation, exchanges }: Course, exchange: Exchange): boolean {
  const { waitingSince } = conversation;
  if (waitingSince === undefined) return false;
  const answered = exchanges.filter(({ turn }) => turn?.outcome === 'answered');
  return answered.at(-1) === exchange;
}

function remarksOn(answer: string): string[] {
  if (!answer) return [];
  const line = answer.replace(/\s+/g, ' ').trim();
  return [`Answered: ${line.length > SHOWN ? `${line.slice(0, SHOWN)}…` : line}`];
}
