import { allSpeakers } from './speaker.js';

/** What a message asks for instead, where it corrects the answer before; '' where it doesn't say. */
export function correctedIn(text: string): string | undefined {
  for (const speaker of allSpeakers()) {
    const { sentences, clauses } = speaker.read(text);
    for (const part of [...sentences, ...clauses]) {
      const words = speaker.endIn('correction', part);
      if (words === undefined) continue;
      const rest = text.slice(part.ends[words - 1]).replace(/^[^\p{L}\p{N}¿¡]+|[\s.!]+$/gu, '');
      return correctedIn(rest) ?? rest;
    }
  }
  return undefined;
}
