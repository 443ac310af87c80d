import { expect, test } from 'vitest';
import { ConsentView } from './consent.dto.js';
import { HEADINGS, rowOf } from './csv.js';

const record = { id: '7', seq: '7', kind: 'opted_out', by: 'sender', at: 0 } as const;

test('a record is a line, whose fields may hold anything', () => {
  const words = 'STOP, "please"\nnow';
  const row = rowOf(ConsentView.of({ ...record, address: '+15005550006', words }));
  expect(row).toBe(
    '"7","1970-01-01T00:00:00.000Z","opted_out","sender","+15005550006","STOP, ""please""\nnow",' +
      '"","","","","","","",""\r\n',
  );
  expect(HEADINGS.split(',')).toHaveLength(14);
});

test.each(['=1+1', '+STOP', '-1', '@x'])('%s is no formula', (words) => {
  expect(rowOf(ConsentView.of({ ...record, words }))).toContain(`"'${words}"`);
});
