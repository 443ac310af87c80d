/**
 * Who may import whom. A module imports only from those to its left; only adapters know their
 * database; only the edge knows Twilio; only what answers knows LangChain. No cycles. The test
 * beside the others (`test/architecture`) holds the same rules, and shows each of them broken.
 */
const ROW =
  `address env clock metrics tracing log language intent markdown model-output egress storage http events config access sessions knowledge media
  scenarios chat mailbox lines conversations questions review suggestions takeover consent failures sender-data whatsapp templates timeline announcing stats reconciliation rehearsals
  checks set-up console operations
  app.endpoints app.module app.setup server main cli`.split(/\s+/);

/** Further to the right, and yet no business of theirs: neighbours that don't know each other. */
const STRANGERS = [
  ['knowledge', 'sessions'],
  ['operations', 'console'],
  // A command that asks a Recado that runs loads in a third of the time that the whole app takes.
  ['cli', 'app.module'],
  ['cli', 'app.setup'],
  ['cli', 'server'],
  ['cli', 'main'],
];

/**
 * The rooms inside a room: each looks only to its left, as in the row. What lies in none of them
 * (a room's module, its options, what all of its rooms share) is outside of this row; cycles are
 * forbidden there as everywhere.
 */
const ROOMS = {
  http: 'problems admin edge',
  access: 'tokens keys audit',
  knowledge: 'reading documents web-pages meaning search passages answers',
  chat: 'usage trace messages llm history now handover extractive api',
  mailbox: 'queue turns holds outbox consent intake answering worker',
  review: 'feedback corrections evaluation answer',
  announcing: 'targets announcements news sending mail',
  whatsapp: 'signature formatting sending media records webhook diagnostics',
  console: 'sign-in pages',
  simulator: 'ledger faults webhooks people twilio-api',
};

/** What is started, as a process or as a thread: everything else is reached from there. */
const ENTRIES = '^src/(main|cli/main|simulator/main|.+\\.thread)\\.ts$';
const SPEC = '\\.spec\\.ts$';
const pathOf = (...names) => `^src/(${names.join('|').replaceAll('.', '\\.')})(/|(\\.spec)?\\.ts$)`;

const forbid = (name, from, to) => ({ name, severity: 'error', from, to });

/** What only the places in `where` may import. Specs may: they set the scene. */
const only = (name, where, to) =>
  forbid(`only-${name}`, { path: '^src/', pathNot: [where, SPEC] }, to);

const looksLeft = ROW.slice(0, -1).map((name, at) =>
  forbid(
    `${name}-looks-left`,
    { path: pathOf(name), pathNot: SPEC },
    { path: pathOf(...ROW.slice(at + 1)) },
  ),
);

const inRoom = (room, ...names) => `^src/${room}/(${names.join('|')})/`;

const innerLooksLeft = Object.entries(ROOMS).flatMap(([room, row]) =>
  row
    .split(' ')
    .map((name, at, names) =>
      forbid(
        `${room}-${name}-looks-left`,
        { path: inRoom(room, name), pathNot: SPEC },
        { path: inRoom(room, ...names.slice(at + 1)) },
      ),
    )
    .slice(0, -1),
);

/** A folder inside such a room that is not in its row would be bound by no rule. */
const innerPlaces = Object.entries(ROOMS).map(([room, row]) =>
  forbid(
    `everything-in-${room}-has-its-place`,
    { path: `^src/${room}/[^/]+/`, pathNot: inRoom(room, ...row.split(' ')) },
    { path: '.' },
  ),
);

const strangers = STRANGERS.map(([from, to]) =>
  forbid(`${from}-knows-no-${to}`, { path: pathOf(from) }, { path: pathOf(to) }),
);

/** A folder that is in no row would be bound by no rule. */
const places = [
  forbid(
    'everything-has-its-place',
    { path: '^src/', pathNot: pathOf(...ROW, 'simulator') },
    { path: '.' },
  ),
  forbid(
    'nothing-comes-from-elsewhere',
    { path: '^src/' },
    { path: '^src/', pathNot: pathOf(...ROW, 'simulator') },
  ),
];

/** It plays Twilio against us: what it knew of us would prove nothing. */
const simulator = [
  forbid(
    'simulator-stands-alone',
    { path: '^src/simulator/', pathNot: SPEC },
    {
      path: '^src/',
      pathNot: '^src/(simulator/|http/|address\\.ts$|env/|tracing/|log/|clock\\.ts$)',
    },
  ),
  forbid(
    'simulator-knows-only-the-signature',
    { path: '^src/simulator/', pathNot: SPEC },
    { path: 'node_modules/twilio/', pathNot: 'node_modules/twilio/lib/webhooks/webhooks\\.' },
  ),
  forbid(
    'only-the-map-knows-the-simulator',
    { path: '^src/', pathNot: ['^src/simulator/', '^src/app\\.(endpoints|module)\\.ts$'] },
    { path: '^src/simulator/' },
  ),
];

/** The other engine's driver isn't even loaded: adapters are imported once an engine is chosen. */
const engines = [
  only('mongo-adapters-know-mongoose', '(\\.mongo\\.ts$|^src/storage/)', {
    path: '(node_modules/(@nestjs/)?(mongoose|mongodb)/|^src/storage/mongo/)',
  }),
  only('sqlite-adapters-know-sqlite', '(\\.sqlite\\.ts$|^src/storage/)', {
    path: '(^(node:)?sqlite$|^src/storage/sqlite/)',
  }),
  only('the-chosen-engine-is-loaded', '(\\.(mongo|sqlite)\\.ts$|^src/storage/)', {
    path: '\\.(mongo|sqlite)\\.ts$',
    dynamic: false,
  }),
  forbid('mongo-knows-no-sqlite', { path: '\\.mongo\\.ts$' }, { path: '[./]sqlite(\\.ts$|/)' }),
  forbid('sqlite-knows-no-mongo', { path: '\\.sqlite\\.ts$' }, { path: '[./]mongo(\\.ts$|/)' }),
];

export default {
  forbidden: [
    ...looksLeft,
    ...innerLooksLeft,
    ...innerPlaces,
    ...strangers,
    ...places,
    ...simulator,
    ...engines,
    only('the-edge-knows-twilio', '^src/(whatsapp|simulator)/', { path: 'node_modules/twilio/' }),
    only('what-answers-knows-langchain', '^src/(chat|knowledge)/', {
      path: 'node_modules/(@langchain|langchain)/',
    }),
    only('tracing-knows-opentelemetry', '^src/tracing/', {
      path: 'node_modules/@opentelemetry/',
    }),
    only('markdown-knows-its-parser', '^src/markdown/', {
      path: 'node_modules/(marked|entities)/',
    }),
    only('reading-knows-its-parsers', '^src/knowledge/reading/', {
      path: 'node_modules/(unpdf|mammoth|turndown|@mixmark-io|papaparse|fflate|tesseract\\.js)/',
    }),
    only('env-reads-the-environment', '^src/env/read-env\\.ts$', {
      path: '(^(node:)?process$|node_modules/dotenv/)',
    }),
    forbid('no-cycles', { path: '^src/' }, { circular: true }),
    forbid('no-way-to-the-tests', { path: '^src/', pathNot: SPEC }, { path: `(^test/|${SPEC})` }),
    forbid(
      'nothing-dead',
      { path: ENTRIES },
      { path: '^src/', pathNot: [ENTRIES, '\\.(spec|d)\\.ts$'], reachable: false },
    ),
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { extensions: ['.ts', '.js'] },
  },
};
