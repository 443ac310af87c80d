import { describe, expect, it } from 'vitest';
import { RequestValidation } from '../../http/validation.js';
import { aDocument } from '../../../test/support/stores/memory/documents.js';
import { PutDocument } from './document.dto.js';
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
    expect((await read({ title: 'T', name: ' a b.md\n', text: 'x' })).name).toBe('a b.md');
    expect((await read({ title: 'T', text: 'x'.repeat(1_000_000) })).text).toHaveLength(1_000_000);
  });

  it.each([
    [{}, 'title must be a text; text must be a text'],
    [{ title: '', text: 'x' }, 'title must not be empty'],
    [{ title: 'x'.repeat(201), text: 'x' }, 'title must have 200 characters at most'],
    [{ title: 'T', name: ' \n', text: 'x' }, 'name must not be empty'],
    [{ title: 'T', name: null, text: 'x' }, 'name must be a text'],
    [{ title: 'T', name: 'x'.repeat(501), text: 'x' }, 'name must have 500 characters at most'],
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
    const document = aDocument('Prices', '1,60 € 🥐', { id: 'i', name: 'prices.md' });
    const time = '1970-01-01T00:00:00.000Z';
    expect(PutDocument.put(document, 3, 'new')).toEqual({
      id: 'i',
      name: 'prices.md',
      line: null,
      title: 'Prices',
      format: 'markdown',
      source: null,
      characters: 8,
      chunks: 3,
      created_at: time,
      updated_at: time,
      outcome: 'new',
    });
  });
});
