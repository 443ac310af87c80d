import { expect, it } from 'vitest';
import { Problem } from '../http/problems/problem.js';
import { type Template, templateOf } from '../whatsapp/sending/content/template.js';
import { textWith } from './template-values.js';

const row = (types: object, more: object = {}) => ({
  sid: `HX${'1'.repeat(32)}`,
  friendly_name: 'a',
  language: 'en',
  types,
  ...more,
});
const template = (types: object, more?: object): Template => templateOf(row(types, more))!;
const text = (body: string) => template({ 'twilio/text': { body } });

it('reads a text with its values, whatever its placeholders are called', () => {
  expect(textWith(text('Hi {{name}}, {{ 2 }}.'), { name: 'Ana', 2: 'bye' })).toBe('Hi Ana, bye.');
  expect(textWith(text('Plain'), {})).toBe('Plain');
  expect(textWith(text('{{1}} and {{1}}'), { 1: '$&' })).toBe('$& and $&');
});

it('reads what other kinds say, and finds variables wherever they stand', () => {
  const card = {
    title: 'Hi {{1}}',
    subtitle: 'Bye',
    media: ['https://example.com/{{3}}'],
    actions: [{ type: 'QUICK_REPLY', title: 'Yes', id: 'y' }],
  };
  const found = template({ 'twilio/card': card }, { variables: { 1: 'Ana', 3: 7 } });
  expect(found).toMatchObject({
    text: 'Hi {{1}}\nBye',
    buttons: ['Yes'],
    variables: [{ name: '1', example: 'Ana' }, { name: '3' }],
    status: 'unsubmitted',
  });
  const list = { body: 'x', items: [{ item: 'One', id: '1' }] };
  expect(template({ 'twilio/list-picker': list }).buttons).toEqual(['One']);
  const authentication = template({ 'whatsapp/authentication': { add_security: true } });
  expect(textWith(authentication, {})).toBe('a');
});

it('orders its variables as they are counted', () => {
  const { variables } = text('{{10}} {{2}} {{name}}');
  expect(variables.map(({ name }) => name)).toEqual(['2', '10', 'name']);
});

it('refuses a text that is too long with its values', () => {
  const long = text('{{1}} '.repeat(10) + '.');
  expect(() => textWith(long, { 1: 'x'.repeat(200) })).toThrow(Problem);
});

it.each([null, 'x', {}, { sid: 'HX1' }, { sid: 'HX1', types: {} }, { types: { a: {} } }])(
  'is none: %j',
  (given) => expect(templateOf(given)).toBeUndefined(),
);
