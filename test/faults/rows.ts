import { Crowd, MANY } from '../load/crowd.js';
import { judge, readLedger, type Verdict } from '../load/ledger.js';
import { Town, type TownOptions } from '../load/town.js';
import { until } from '../support/until.js';
import { Throng } from './throng.js';

/** One thing that goes wrong, and how. Throws when a promise doesn't hold. */
export interface Row {
  name: string;
  /** Where it can be tried: MongoDB's rows need a mongod. */
  store: 'sqlite' | 'mongo';
  nodes?: number;
  /** Nothing goes wrong: no text may be missing, and no failure listed. */
  calm?: true;
  /** The people write for as long as the strike takes, not a thousand texts. */
  endless?: true;
  /** Happens while the crowd writes, once some texts are answered. */
  strike(town: Town, random: () => number): Promise<void>;
}

export interface Result {
  /** Of an endless row: how many webhooks got their 200, and how many were refused. */
  taken?: number;
  refused?: number;
  answered: number;
  uncertain: number;
}

const killed: Row['strike'] = async (town) => {
  await town.kill(0);
  await town.startNode(0);
};

const killedTwice: Row['strike'] = async (town, random) => {
  await killed(town, random);
  await someMore(town, random);
  await killed(town, random);
};

/** Milliseconds that each of the thirty lives lasts, from when it is ready: at least, and more. */
const LIFE = { least: 500, more: 1500 };

const killedThirtyTimes: Row['strike'] = async (town, random) => {
  for (let n = 0; n < 30; n++) {
    await new Promise((resolve) => setTimeout(resolve, LIFE.least + random() * LIFE.more));
    await killed(town, random);
  }
};

const replaced: Row['strike'] = async (town) => {
  const [code] = await town.kill(0, 'SIGTERM');
  if (code !== 0) throw new Error(`SIGTERM ended with ${code}`);
  await town.startNode(0);
};

const busy: Row['strike'] = async (town) => {
  await town.setFaults({ create: { mode: '429', rate: 0.3 } });
  await new Promise((resolve) => setTimeout(resolve, 3000));
  await town.setFaults({});
};

const cutAfterAccepting: Row['strike'] = async (town) => {
  await town.setFaults({ create: { mode: 'accept_cut', rate: 0.3 } });
  await new Promise((resolve) => setTimeout(resolve, 3000));
  await town.setFaults({});
};

/** The same thousand without a fault: what the others are measured against. */
const nothing: Row['strike'] = async () => undefined;

export const ROWS: Row[] = [
  { name: 'calm', store: 'sqlite', strike: nothing, calm: true },
  { name: 'calm-mongo', store: 'mongo', strike: nothing, calm: true },
  { name: 'calm-two', store: 'mongo', nodes: 2, strike: nothing, calm: true },
  { name: 'killed', store: 'sqlite', strike: killed },
  { name: 'killed-mongo', store: 'mongo', strike: killed },
  { name: 'killed-one-of-two', store: 'mongo', nodes: 2, strike: killed },
  { name: 'killed-thirty-times', store: 'sqlite', strike: killedThirtyTimes, endless: true },
  { name: 'killed-thirty-times-mongo', store: 'mongo', strike: killedThirtyTimes, endless: true },
  {
    name: 'killed-thirty-times-one-of-two',
    store: 'mongo',
    nodes: 2,
    strike: killedThirtyTimes,
    endless: true,
  },
  { name: 'killed-twice', store: 'sqlite', strike: killedTwice },
  { name: 'replaced', store: 'sqlite', strike: replaced },
  { name: 'replaced-one-of-two', store: 'mongo', nodes: 2, strike: replaced },
  { name: 'twilio-busy', store: 'sqlite', strike: busy },
  { name: 'twilio-cuts-after-accepting', store: 'sqlite', strike: cutAfterAccepting },
];

/** Runs a row: the webhooks, the strike in their midst, and the ledger's word at the end. */
export async function run(row: Row, random: () => number, options: TownOptions): Promise<Result> {
  const town = await Town.start({ ...options, nodes: row.nodes });
  try {
    const counts = await (row.endless ? endlessly : aThousand)(town, row, random);
    const result = await settled(town);
    if (row.calm) await nothingFailed(town);
    return { ...counts, ...result };
  } catch (error) {
    const said = town.output.slice(-3000);
    throw new Error(`${(error as Error).message}\n${said}`, { cause: error });
  } finally {
    await town.stop();
  }
}

async function aThousand(town: Town, row: Row, random: () => number): Promise<object> {
  const written = new Crowd(town, MANY).write();
  await someMore(town, random);
  await row.strike(town, random);
  await written;
  return {};
}

/** With another node beside the one that is killed, nobody may be refused at all. */
async function endlessly(town: Town, row: Row, random: () => number) {
  const throng = new Throng(town);
  await row.strike(town, random);
  await throng.end();
  const { taken, refused } = throng;
  if (row.nodes && refused) throw new Error(`${refused} webhooks were refused, ${taken} taken`);
  return { taken, refused };
}

function verdictOf(town: Town): Verdict {
  return judge(readLedger(town.ledger));
}

/** Until 50 to 250 more texts have been answered. */
async function someMore(town: Town, random: () => number): Promise<void> {
  const goal = verdictOf(town).answered + 50 + Math.floor(random() * 200);
  await until(async () => verdictOf(town).answered >= goal, 120_000);
}

/** Every text is answered once and in order, or is listed as uncertain. */
async function settled(town: Town): Promise<Result> {
  await until(async () => (await open(town)).length === 0, 150_000).catch(() => undefined);
  const left = await open(town);
  const { missing, twice, disordered, answered } = verdictOf(town);
  const wrong = { left, twice, disordered };
  if (Object.values(wrong).some((list) => list.length)) throw new Error(JSON.stringify(wrong));
  return { answered, uncertain: missing.length };
}

/** Throws where a text is missing, an answer holds what nobody wrote, or a failure is listed. */
async function nothingFailed(town: Town): Promise<void> {
  const { missing, strange } = verdictOf(town);
  const { items } = await town.admin<{ items: unknown[] }>('/api/v1/failures');
  if (missing.length || strange.length || items.length)
    throw new Error(JSON.stringify({ missing, strange, items }));
}

/** Texts that are neither answered nor listed. */
async function open(town: Town): Promise<string[]> {
  const { missing } = verdictOf(town);
  if (!missing.length) return [];
  const listed = await uncertainTexts(town);
  return missing.filter((text) => !listed.has(text));
}

async function uncertainTexts(town: Town): Promise<Set<string>> {
  const texts = new Set<string>();
  const { items } = await town.admin<{ items: { conversation_id: string; kind: string }[] }>(
    '/api/v1/failures?limit=200',
  );
  const uncertain = items.filter(({ kind }) => kind === 'uncertain');
  for (const id of new Set(uncertain.map((item) => item.conversation_id))) {
    const page = await town.admin<{ items: { text: string; outcome: string }[] }>(
      `/api/v1/conversations/${id}/messages?limit=200`,
    );
    for (const { text, outcome } of page.items) if (outcome === 'uncertain') texts.add(text);
  }
  return texts;
}
