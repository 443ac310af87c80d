import { type Mark, marksIn } from './marks.js';

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
  reading.text(raw.slice(at));
  return tidy(reading.kept);
}

/** Who speaks after the mark of a turn. */
const SPEAKER =
  /^\s*(assistant|model|user|system|developer|human|tool|ipython|functions?\.\S*)\b[ \t]*\n?/i;
const BOT = /^(?:assistant|model|chatbot)$/i;

/** Reads an output from mark to mark, and keeps what the customer may see. */
class Reading {
  kept = '';
  private thoughts = 0;
  private tools = 0;
  private role = 'assistant';
  /** The name of a channel of the harmony format, and what stands beside it. */
  private channel?: string;
  private awaits?: 'role' | 'channel';
  /** The answer is over: what follows is another turn. */
  private ended = false;
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
    if (!hidden) this.kept += piece;
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
    else Object.assign(this, { kept: '', tools: 0, role: 'assistant', ended: false });
    this.part();
  }

  private endTool(): void {
    this.tools = Math.max(0, this.tools - 1);
    this.part();
  }

  /** Words before and after a part that was taken out stay apart. */
  private part(): void {
    if (/\S$/.test(this.kept)) this.kept += ' ';
  }

  private begin(role: string, { awaits, channel }: Pick<Opened, 'awaits' | 'channel'> = {}): void {
    if (awaits !== 'channel') this.end();
    Object.assign(this, { thoughts: 0, tools: 0, role, awaits, channel });
  }

  /** What stood before the final channel was a thought, if it was in no final channel itself. */
  private openMessage(): void {
    this.awaits = undefined;
    if (this.channel === undefined || !this.isForCustomer()) return;
    if (!this.hasFinal) Object.assign(this, { kept: '', ended: false, hasFinal: true });
    else this.end();
  }
  private hasFinal = false;

  private end(): void {
    this.tools = 0;
    if (this.kept.trim()) this.ended = true;
  }

  /** `<s>` begins an output, and `</s>` ends it; around words in it they strike them out. */
  private strike(begins: boolean, written: string): void {
    const strikes = begins ? !!this.kept.trim() : this.struck;
    if (strikes) this.say(written);
    else if (!begins) this.end();
    this.struck = begins && strikes;
  }
}

interface Opened {
  awaits?: 'role' | 'channel';
  channel?: string;
}

/** What marks say in words, where a server has taken the marks out and left the words. */
function tidy(kept: string): string {
  const answer = [afterChannels, afterWordedThoughts, withoutRole, withoutTurns].reduce(
    (text, part) => part(text.trim()),
    kept,
  );
  return isCall(answer) ? '' : answer.replace(/\n{3,}/g, '\n\n').trim();
}

/** "analysisThe user asks…assistantfinalWe open at 9" is what is left of the harmony format. */
function afterChannels(text: string): string {
  const final = text.lastIndexOf('assistantfinal');
  if (final >= 0) return text.slice(final + 'assistantfinal'.length);
  if (/^(?:analysis|commentary)(?=[\p{Lu}¿¡"'])/u.test(text)) return '';
  return text.replace(/^final(?=[\p{Lu}¿¡])/u, '');
}

/** "Thinking Process: … Final answer: …", as Granite and others write it. */
function afterWordedThoughts(text: string): string {
  if (!THINKS.test(text)) return text;
  const answers = [...text.matchAll(ANSWERS)].at(-1);
  return answers ? text.slice(answers.index + answers[0].length) : '';
}
const THINKS =
  /^[*#_ ]{0,6}(?:here(?:'s| is) (?:my|a|the) )?(?:thoughts?|thinking|thought process|thinking process)[*_ ]{0,4}:/i;
const ANSWERS =
  /^[*#_ ]{0,6}(?:here(?:'s| is) my response|(?:final |my )?(?:answer|response))[*_ ]{0,4}:[*_]{0,2}/gim;

/** "assistant:" before the answer. */
function withoutRole(text: string): string {
  return text.replace(
    /^[*#_]{0,4}(?:(?:assistant|chatbot|bot|ai)[*_]{0,3}\s{0,2}:[*_]{0,3}|(?:assistant|model)[ \t]{0,3}\n)/i,
    '',
  );
}

/** A customer's next question and one's own answer to it, both made up. */
function withoutTurns(text: string): string {
  const next = /\n[*#_ ]{0,4}(?:user|human|customer)[*_]{0,3} ?:/i.exec(text);
  if (!next) return text;
  const played = /\n[*#_ ]{0,4}assistant[*_]{0,3} ?:/i.test(text.slice(next.index));
  return played ? text.slice(0, next.index) : text;
}

/** A call of a tool without any mark, as Llama writes it: in JSON, or as Python would. */
function isCall(text: string): boolean {
  const bare = text.replace(/^```(?:json)?\s*|```$/g, '').trim();
  if (/^\[?\{/.test(bare)) {
    return /"name"\s*:/.test(bare) && /"(?:arguments|parameters)"\s*:/.test(bare);
  }
  return /^\[[a-z_]\w*\([^]*\)\]$/i.test(bare);
}
