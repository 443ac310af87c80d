import { readFileSync } from 'node:fs';

interface Line {
  event: 'created' | 'status';
  sid: string;
  direction: 'inbound' | 'outbound';
  from: string;
  to: string;
  body: string;
}

/** What the emulator's ledger says of a run in which the model echoed each turn's texts. */
export interface Verdict {
  /** Texts that were never answered. */
  missing: string[];
  /** Texts that were answered more than once. */
  twice: string[];
  /** Senders whose texts were answered in another order than they were sent. */
  disordered: string[];
  /** Answered texts. */
  answered: number;
  /** What the answers hold besides the texts. */
  strange: string[];
}

export function readLedger(file: string): Line[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter(Boolean).map((line) => JSON.parse(line) as Line);
}

/** Reads only the ledger: each sender's texts against the lines that it was sent, in their order. */
export function judge(lines: Line[]): Verdict {
  const created = lines.filter(({ event }) => event === 'created');
  const senders = new Map<string, { sent: string[]; got: string[]; sids: Set<string> }>();
  for (const { sid, direction, from, to, body } of created) {
    const address = direction === 'inbound' ? from : to;
    const sender = senders.get(address) ?? { sent: [], got: [], sids: new Set() };
    senders.set(address, sender);
    if (direction === 'outbound') sender.got.push(...body.split('\n').filter(Boolean));
    else if (!sender.sids.has(sid)) sender.sent.push(body);
    sender.sids.add(sid);
  }
  const verdict: Verdict = { missing: [], twice: [], disordered: [], answered: 0, strange: [] };
  for (const [address, { sent, got }] of senders) {
    const known = new Set(sent);
    const texts = got.filter((text) => known.has(text));
    const once = [...new Set(texts)];
    verdict.answered += once.length;
    verdict.strange.push(...got.filter((text) => !known.has(text)));
    verdict.missing.push(...sent.filter((text) => !once.includes(text)));
    verdict.twice.push(...once.filter((text) => texts.filter((t) => t === text).length > 1));
    if (once.join() !== sent.filter((text) => once.includes(text)).join()) {
      verdict.disordered.push(address);
    }
  }
  return verdict;
}
