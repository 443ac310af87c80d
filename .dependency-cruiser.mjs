/**
 * Who may import whom. A module imports only from those to its left; only adapters know their
 * database; only the edge knows Twilio; only what answers knows LangChain. No cycles.
 */
const LAYERS = [
  ['env', 'clock', 'metrics'],
  ['storage', 'http'],
  ['config'],
  ['sessions', 'knowledge'],
  ['chat'],
  ['mailbox'],
  ['whatsapp'],
  ['operations'],
  ['app.module', 'app.setup'],
  ['main', 'cli'],
];

const pathOf = (names) => `^src/(${names.join('|').replaceAll('.', '\\.')})(/|\\.ts$)`;

const toTheRight = LAYERS.map((layer, index) => ({
  name: `${layer.join('-')}-looks-left`,
  severity: 'error',
  from: { path: pathOf(layer), pathNot: '\\.spec\\.ts$' },
  to: { path: pathOf([...LAYERS.slice(index + 1).flat(), 'none']) },
}));

/** Neighbours in one place of the row don't know each other. */
const besides = [
  ['sessions', 'knowledge'],
  ['knowledge', 'sessions'],
  ['main', 'cli'],
  ['cli', 'main'],
].map(([from, to]) => ({
  name: `${from}-knows-no-${to}`,
  severity: 'error',
  from: { path: pathOf([from]) },
  to: { path: pathOf([to]) },
}));

const only = (name, where, what) => ({
  name: `only-${name}`,
  severity: 'error',
  from: { path: '^src/', pathNot: [where, '\\.spec\\.ts$'] },
  to: { path: what },
});

export default {
  forbidden: [
    ...toTheRight,
    ...besides,
    {
      name: 'simulator-stands-alone',
      severity: 'error',
      from: { path: '^src/simulator/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^src/', pathNot: '^src/(simulator/|http/|env\\.ts$|clock\\.ts$)' },
    },
    {
      name: 'only-the-map-knows-the-simulator',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/simulator/', '^src/app\\.module\\.ts$'] },
      to: { path: '^src/simulator/' },
    },
    only(
      'mongo-adapters-know-mongoose',
      '(\\.mongo\\.ts$|^src/storage/)',
      'node_modules/(@nestjs/)?mongoose/',
    ),
    only(
      'sqlite-adapters-know-sqlite',
      '(\\.sqlite\\.ts$|^src/storage/)',
      '^(node:)?sqlite$|^src/storage/sqlite/',
    ),
    only('the-edge-knows-twilio', '^src/(whatsapp|simulator)/', 'node_modules/twilio/'),
    only('what-answers-knows-langchain', '^src/(chat|knowledge)/', 'node_modules/@langchain/'),
    {
      name: 'no-cycles',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-way-to-the-tests',
      severity: 'error',
      from: { path: '^src/', pathNot: '\\.spec\\.ts$' },
      to: { path: '(^test/|\\.spec\\.ts$)' },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { extensions: ['.ts', '.js'] },
  },
};
