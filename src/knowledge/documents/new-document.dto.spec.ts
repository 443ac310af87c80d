import { describe, expect, it } from 'vitest';
import { RequestValidation } from '../../http/validation.js';
import { DocumentView } from './document.dto.js';
import { NewDocument } from './new-document.dto.js';

const read = (body: object): Promise<NewDocument> =>
  new RequestValidation().transform(body, { type: 'body', metatype: NewDocument });

describe('NewDocument', () => {
  it('takes a title and a text, as they are', async () => {
    const text = '  # Día\n\n1,60 € 🥐';
    expect(await read({ title: ' Precios ', text })).toEqual({
      title: 'Precios',
      text,
      format: 'markdown',
    });
    expect((await read({ title: 'T', text: 'a\0b' })).text).toBe('ab');
    expect((await read({ title: 'T', text: 'x'.repeat(1_000_000) })).text).toHaveLength(1_000_000);
  });

  it.each([
    [{}, 'title must be a text; text must be a text'],
    [{ title: '', text: 'x' }, 'title must not be empty'],
    [{ title: 'x'.repeat(201), text: 'x' }, 'title must have 200 characters at most'],
    [{ title: 'T', text: ' \n' }, 'text must not be empty'],
    [{ title: 'T', text: 7 }, 'text must be a text'],
    [{ title: 'T', text: 'x', format: 'pdf' }, 'format must be markdown or text'],
    [{ title: 'T', text: 'x', size: 1 }, 'size is not a field of this request'],
    [
      { title: 'T', text: 'x'.repeat(1_000_001) },
      'text must have 1,000,000 characters at most: part it',
    ],
  ])('says what is wrong: case %#', async (body, detail) => {
    await expect(read(body)).rejects.toMatchObject({ detail });
  });

  it('is shown in snake case, with its time in UTC', () => {
    const head = { id: 'i', title: 'T', format: 'text' as const, createdAt: 0 };
    const created_at = '1970-01-01T00:00:00.000Z';
    expect(DocumentView.of(head, 3)).toEqual({
      id: 'i',
      title: 'T',
      format: 'text',
      created_at,
      chunks: 3,
    });
  });
});
