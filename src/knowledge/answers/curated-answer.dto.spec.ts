import { describe, expect, it } from 'vitest';
import { RequestValidation } from '../../http/validation.js';
import { CuratedAnswerRequest, CuratedAnswerView } from './curated-answer.dto.js';

const read = (body: object): Promise<CuratedAnswerRequest> =>
  new RequestValidation().transform(body, { type: 'body', metatype: CuratedAnswerRequest });
const SID = `SM${'0a'.repeat(16)}`;

describe('CuratedAnswerRequest', () => {
  it('takes questions and an answer', async () => {
    const answer = '  **Sí**\n🥐';
    expect(await read({ questions: [' Wifi? ', 'a\0b'], answer, message_sid: SID })).toEqual({
      questions: ['Wifi?', 'ab'],
      answer,
      message_sid: SID,
    });
    expect(await read({ questions: ['x'], answer, message_sid: null })).toMatchObject({ answer });
  });

  it.each([
    [{ answer: 'x' }, 'questions must be a list of texts'],
    [{ questions: [], answer: 'x' }, 'questions must be at least one'],
    [{ questions: Array(21).fill('x'), answer: 'x' }, 'questions may be 20 at most'],
    [{ questions: ['x', ' '], answer: 'x' }, 'questions must not be empty'],
    [{ questions: ['x', 7], answer: 'x' }, 'questions must be texts'],
    [
      { questions: ['x'.repeat(501)], answer: 'x' },
      'questions must have 500 characters at most each',
    ],
    [{ questions: ['x'], answer: 'x'.repeat(4001) }, 'answer must have 4000 characters at most'],
    [{ questions: ['x'], answer: ' ' }, 'answer must not be empty'],
    [
      { questions: ['x'], answer: 'x', message_sid: 'SM1' },
      "message_sid must be a message's SID or id",
    ],
    [{ questions: ['x'], answer: 'x', id: '1' }, 'id is not a field of this request'],
  ])('says what is wrong: case %#', async (body, detail) => {
    await expect(read(body)).rejects.toMatchObject({ detail });
  });

  it('is shown in snake case', () => {
    const times = { createdAt: 0, updatedAt: 0, lastServedAt: 0 };
    const curated = { id: 'i', questions: ['q'], answer: 'a', served: 2, ...times };
    expect(CuratedAnswerView.of(curated)).toEqual({
      id: 'i',
      questions: ['q'],
      answer: 'a',
      message_sid: null,
      line: null,
      created_at: '1970-01-01T00:00:00.000Z',
      updated_at: '1970-01-01T00:00:00.000Z',
      served: 2,
      last_served_at: '1970-01-01T00:00:00.000Z',
    });
  });
});
