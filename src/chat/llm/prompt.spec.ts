import { describe, expect, it } from 'vitest';
import { systemMessage } from './prompt.js';

const passage = (text: string, section = '') => ({
  documentId: 'd',
  title: 'Horario',
  section,
  position: 0,
  text,
  score: 1,
  coverage: 1,
  relevance: 1,
  evidence: { words: 1, matched: [], missing: [] },
});
const briefing = { systemPrompt: 'Be kind.', botName: 'Nube', language: 'es' as const };

describe('systemMessage', () => {
  it('has the prompt, the name, the passages with their headings, and the language', () => {
    const message = systemMessage({
      ...briefing,
      passages: [passage('De 9:00 a 14:00', 'Domingo')],
    });
    expect(message).toMatch(/^Be kind\.\n/);
    expect(message).toContain('Your name is Nube.');
    expect(message).toContain('## Horario > Domingo\nDe 9:00 a 14:00');
    expect(message).toMatch(/Answer in Spanish\.$/);
  });

  it('says so when there is no passage', () => {
    expect(systemMessage({ ...briefing, passages: [] })).toContain('Passages: none');
  });

  it('leaves out what is too long, not the first', () => {
    const passages = [passage('a'.repeat(5000)), passage('b'.repeat(100))];
    const message = systemMessage({ ...briefing, passages });
    expect(message).toContain('aaa');
    expect(message).not.toContain('bbb');
  });
});
