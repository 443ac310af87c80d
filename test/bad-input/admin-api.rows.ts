/** Names and ids that are none, as they stand in an address. */
export const BAD_IDS: [name: string, id: string][] = [
  ['a number', '1'],
  ['a word', 'null'],
  ['a UUID without its end', '00000000-0000-4000-8000-00000000000'],
  ['a UUID and more', '00000000-0000-4000-8000-0000000000000'],
  ['a UUID with another letter', 'g0000000-0000-4000-8000-000000000000'],
  ['a UUID in braces', '%7B00000000-0000-4000-8000-000000000000%7D'],
  ['a UUID and a line break', '00000000-0000-4000-8000-000000000000%0A'],
  ['a parent folder', '%2e%2e%2f%2e%2e%2fetc%2fpasswd'],
  ['two dots', '%2e%2e'],
  ['NUL', '%00'],
  ['an Object member', '__proto__'],
  ['an operator', '%7B%22$gt%22%3A%22%22%7D'],
  ['SQL', "1'%20OR%20'1'='1"],
  ['letters beyond ASCII', '%E2%82%AC'],
  ['broken UTF-8', '%zz%ff'],
  ['10 kB', 'x'.repeat(10_000)],
];

export const BAD_LIMITS = [
  '',
  '0',
  '-1',
  '1.5',
  '10001',
  '1e9',
  '9'.repeat(400),
  'abc',
  'null',
  'NaN',
  'Infinity',
  '%00',
  '%F0%9F%98%80',
  '1&limit=2',
  '1,2',
  '{}',
  '1;DROP',
];

/** Queries with a field that no route has, and its name. */
export const UNKNOWN_QUERIES: [query: string, field: string][] = [
  ['novelty=1', 'novelty'],
  ['novelty', 'novelty'],
  ['novelty=1&novelty=2', 'novelty'],
  ['Limit=1', 'Limit'],
  ['limit[]=1', 'limit[]'],
  ['__proto__=1', '__proto__'],
  ['constructor=x', 'constructor'],
  ['toString', 'toString'],
  ['%00=1', '\0'],
];

export const BAD_CURSORS = [
  'x',
  '-1',
  '1.5',
  'null',
  '%00',
  '%0A',
  'x'.repeat(200),
  'x'.repeat(201),
  '1&cursor=2',
  '99999999999999999999',
  '9'.repeat(200),
  '$gt',
  "'%20OR%201=1",
  '%F0%9F%98%80',
  '{}',
  '[]',
  '1.00000000-0000-4000-8000-00000000000g',
  // Of the list of those that wait, whose order is another.
  'w1.00000000-0000-4000-8000-000000000000',
  '__proto__',
  '../..',
  '999999999999999.x',
  // Well-formed, but of nothing.
  '00000000-0000-4000-8000-000000000000',
];

const text = (type: string) => ({ 'Content-Type': type });
const deep = (depth: number) => `{"a":${'['.repeat(depth)}${']'.repeat(depth)}}`;

/** Bodies that no route takes. */
export const WRONG_BODIES: [
  name: string,
  statuses: number[],
  body: string | Buffer,
  headers?: object,
][] = [
  ['half an object', [400], '{"text":'],
  ['two objects', [400], '{}{}'],
  ['null', [400], 'null'],
  ['a number', [400], '1'],
  ['a text', [400], '"text"'],
  ['a list', [400], '[]'],
  ['a list of objects', [400], '[{"text":"x"}]'],
  ['white space', [400], ' \n'],
  ['NUL', [400], '\0'],
  ['__proto__', [400], '{"__proto__":{"admin":true}}'],
  ['__proto__ deep inside', [400], '{"text":{"a":[{"__proto__":1}]}}'],
  ['__proto__ escaped', [400], '{"\\u005f_proto__":1}'],
  ['constructor', [400], '{"constructor":{"prototype":{"admin":true}}}'],
  ['a field that nobody knows', [400], '{"novelty":1}'],
  ['a nest of lists', [400], deep(20_000)],
  ['NaN', [400], '{"limit":NaN}'],
  ['invalid UTF-8 as a name', [400], Buffer.from('{"\xff\xfe":1}', 'latin1')],
  ['UTF-16', [400], Buffer.from('{"text":"x"}', 'utf16le')],
  ['a form', [415], 'text=x', text('application/x-www-form-urlencoded')],
  ['plain text', [415], '{"text":"x"}', text('text/plain')],
  ['no type', [415], '{"text":"x"}', {}],
  ['an odd type', [415], '{"text":"x"}', text('application/json-patch')],
  ['an unknown charset', [415], '{}', text('application/json; charset=klingon')],
  ['an unknown encoding', [415], '{}', { ...text('application/json'), 'Content-Encoding': 'x' }],
  ['gzip that is none', [400], '{}', { ...text('application/json'), 'Content-Encoding': 'gzip' }],
  ['5 MiB', [400, 413], `{"text":"${'x'.repeat(5 * 1024 * 1024)}"}`],
];

const file = (name: string, content: string, field = 'file', type = 'text/plain') =>
  `name="${field}"; filename="${name}"\r\nContent-Type: ${type}\r\n\r\n${content}`;
/** Of no type that says what it is. */
const bare = (name: string) => file(name, 'x', 'file', 'application/octet-stream');
const field = (name: string, value: string) => `name="${name}"\r\n\r\n${value}`;

/** Parts of a form that the upload of a document refuses. */
export const WRONG_FILES: [name: string, statuses: number[], parts: string[]][] = [
  ['nothing', [400], []],
  ['no file', [400], [field('title', 'x')]],
  ['two files', [400], [file('a.md', 'x'), file('b.md', 'y')]],
  ['a file by another name', [400], [file('a.md', 'x', 'upload')]],
  ['an empty file', [400], [file('a.md', '')]],
  ['a file of control characters', [415], [file('a.md', '\0\0')]],
  ['a file without a name', [400, 415], [file('', 'x')]],
  ['a file named like an Object member', [415], [bare('a.__proto__')]],
  ['a path in its name', [415], [bare('../../etc/passwd.db')]],
  ['a name of an ending only', [400], [file('.md', 'x')]],
  ['two titles', [400], [field('title', 'a'), field('title', 'b'), file('a.md', 'x')]],
  ['a title as an object', [400], [field('title[a]', 'a'), file('a.md', 'x')]],
  ['a field named __proto__', [400], [field('__proto__', 'a'), file('a.md', 'x')]],
  ['a field inside __proto__', [400], [field('__proto__[a]', 'a'), file('a.md', 'x')]],
  ['a field that nobody knows', [400], [field('novelty', 'a'), file('a.md', 'x')]],
  ['a field without a name', [400], [field('', 'a'), file('a.md', 'x')]],
  ['a deep field', [400], [field(`a${'[b]'.repeat(500)}`, 'a'), file('a.md', 'x')]],
  ['a long field', [400, 413], [field('title', 'x'.repeat(5000)), file('a.md', 'x')]],
  ['many fields', [400], [...Array(20).keys()].map((n) => field(`f${n}`, 'a'))],
  ['an unknown format', [400], [field('format', 'pdf'), file('a.pdf.md', 'x')]],
];
