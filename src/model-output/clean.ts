import { type Mark, marksIn } from './marks.js';
import { withoutWordedMarks } from './worded.js';

/**
 * What of a model's raw output is meant for a customer; empty where nothing is. Thoughts, calls of
 * tools, the marks of chat templates and turns that the model plays by itself are taken out. Where it
 * isn't sure whether a text is a thought, it is one: a thought without an end reaches to the output's
 * end, one without a beginning from its beginning. Takes linear time.
 */
export function clean(raw: string): string {
  const reading = new Reading();
  let at = 0;
  for (const mark of marksIn(raw)) {
    reading.text(raw.slice(at, mark.from));
    reading.mark(mark, raw.slice(mark.from, mark.to));
    at = mark.to;
  }
  reading.text(raw.slice(at).replace(BEGUN, ''));
  return withoutWordedMarks(reading.kept);
}

/** A mark that the output's end has cut, too short to be known. */
const BEGUN = /(?:<[|｜/]{0,2}[a-z_]{0,20}|\[\/?[A-Z_]{2,12})$/;

/** Who speaks after the mark of a turn. */
const SPEAKER =
  /^\s*(assistant|model|user|system|developer|human|tool|ipython|functions?\.\S*)\b[ \t]*\n?/i;
const BOT = /^(?:assistant|model|chatbot)$/i;

/** Reads an output from mark to mark, and keeps what the customer may see. */
class Reading {
  kept = '';
  /** Whether more than blanks is kept. */
  private saidAny = false;
  private thoughts = 0;
  private tools = 0;
  private role = 'assistant';
  /** The name of a channel of the harmony format, and what stands beside it. */
  private channel?: string;
  private awaits?: 'role' | 'channel';
  /** The answer is over: what follows is another turn. */
  private ended = false;
  /** What is kept stood in a final channel. */
  private isFinal = false;
  private struck = false;

  text(piece: string): void {
    if (this.awaits === 'channel') this.channel += piece;
    else if (!this.thoughts) this.say(this.awaits === 'role' ? this.afterRole(piece) : piece);
  }

  mark({ kind, role }: Mark, written: string): void {
    if (kind === 'thought') this.thoughts++;
    else if (kind === '/thought') this.endThought();
    else if (kind === 'channel') this.begin('assistant', { awaits: 'channel', channel: '' });
    else if (this.thoughts || kind === 'other') return;
    else if (kind === 'tool') this.tools++;
    else if (kind === '/tool') this.endTool();
    else if (kind === 'message') this.openMessage();
    else if (kind === 'turn') this.begin('assistant', { awaits: 'role' });
    else if (kind === 'role') this.begin(role!);
    else if (kind === 'end') this.end();
    else this.strike(kind === 'struck', written);
  }

  private say(piece: string): void {
    const hidden = this.tools || this.ended || !BOT.test(this.role) || !this.isForCustomer();
    if (hidden) return;
    this.kept += piece;
    this.saidAny ||= !!piece.trim();
  }

  /** All that was said was nobody's business. */
  private forget(): void {
    this.kept = '';
    this.saidAny = this.ended = false;
  }

  private isForCustomer(): boolean {
    return this.channel === undefined || /^\s*final\b/i.test(this.channel);
  }

  private afterRole(piece: string): string {
    this.awaits = undefined;
    const [all, speaker] = SPEAKER.exec(piece) ?? ['', 'assistant'];
    this.role = speaker;
    return piece.slice(all.length);
  }

  /** What ends without a beginning began in the template: all that was said till then is a thought. */
  private endThought(): void {
    if (this.thoughts) this.thoughts--;
    else {
      this.forget();
      this.tools = 0;
      this.role = 'assistant';
    }
    this.part();
  }

  private endTool(): void {
    this.tools = Math.max(0, this.tools - 1);
    this.part();
  }

  /** Words before and after a part that was taken out stay apart. */
  private part(): void {
    if (this.kept.at(-1)?.trim()) this.kept += ' ';
  }

  private begin(role: string, { awaits, channel }: Opened = {}): void {
    if (awaits !== 'channel') this.end();
    Object.assign(this, { thoughts: 0, tools: 0, role, awaits, channel });
  }

  /** What stood before the final channel was a thought, if it was in no final channel itself. */
  private openMessage(): void {
    this.awaits = undefined;
    if (this.channel === undefined || !this.isForCustomer()) return;
    if (this.isFinal) return this.end();
    this.forget();
    this.isFinal = true;
  }

  private end(): void {
    this.tools = 0;
    if (this.saidAny) this.ended = true;
  }

  /** `<s>` begins an output, and `</s>` ends it; around words in it they strike them out. */
  private strike(begins: boolean, written: string): void {
    const strikes = begins ? this.saidAny : this.struck;
    if (strikes) this.say(written);
    else if (!begins) this.end();
    this.struck = begins && strikes;
  }
}

/** What a mark that begins a message is followed by. */
interface Opened {
  awaits?: 'role' | 'channel';
  channel?: string;
}
