import { until } from '../../support/until.js';
import { BOTH, type Row } from '../row.js';
import type { Trial } from '../trial.js';
import { longText, type Text } from '../writers.js';

const PEOPLE = 6;
const THINK = 'think';

/** Something happens to each of some people while an answer to them is made, and others write. */
const whileAnswered =
  (happens: (trial: Trial, text: Text, who: number) => Promise<void>) => async (trial: Trial) => {
    const { town, writers } = trial;
    await writers.during(PEOPLE, { patienceMs: 800 }, async () => {
      for (let round = 0; round < trial.times(4); round++) {
        town.model.hangOn = THINK;
        const texts = await Promise.all(
          Array.from({ length: 4 }, (_, n) => {
            const who = 6000 + 10 * round + n;
            return writers.write(writers.newcomer(), `text 0 of ${who} ${THINK}`);
          }),
        );
        await until(async () => texts.every((text) => isAsked(trial, text)), 30_000);
        await Promise.all(texts.map((text, n) => happens(trial, text, 6000 + 10 * round + n)));
        trial.struck(texts.length);
        town.model.hangOn = undefined;
        town.model.release();
      }
    });
  };

function isAsked({ town }: Trial, { tokens: [token] }: Text): boolean {
  const asked = ({ body }: (typeof town.model.requests)[number]) =>
    body.messages.at(-1)!.content.includes(`${token} `);
  return town.model.requests.some(asked);
}

const takenOver = whileAnswered(async ({ operator, writers }, { from }, who) => {
  await operator.does('POST', `conversations/${await operator.conversationOf(from)}/takeover`);
  await writers.write(from, `text 1 of ${who}`);
});

const optedOut = whileAnswered(async ({ writers }, { from }) => {
  await writers.write(from, 'STOP');
});

/** What was asked before is gone; who writes again is somebody new. */
const erased = whileAnswered(async ({ operator, writers }, { from }, who) => {
  await operator.erases(from);
  await writers.write(from, `text 1 of ${who}`);
});

/** Erased when Twilio has just taken an answer, and tells of it by callbacks; then they write again. */
const erasedOnceAnswered = async (trial: Trial) => {
  const { operator, writers } = trial;
  const leaves = async (who: number) => {
    const from = writers.newcomer();
    for (let n = 0; n < 3; n++) {
      const { tokens } = await writers.write(from, longText(n, who, 2));
      await until(async () => trial.has(tokens[0]), 30_000);
    }
    await operator.erases(from);
    await writers.write(from, `text 3 of ${who}`);
    trial.struck();
  };
  await writers.during(PEOPLE, { patienceMs: 800 }, async () => {
    for (let round = 0; round < trial.times(8); round++)
      await Promise.all(Array.from({ length: 4 }, (_, n) => leaves(6500 + 10 * round + n)));
  });
};

/** More of it comes in before the answer is there: through another node, where there is one. */
const joined = whileAnswered(async ({ writers }, { from }, who) => {
  await writers.write(from, `text 1 of ${who} ${THINK}`);
  await writers.write(from, `text 2 of ${who}`);
});

/** The configuration is changed again and again under load. */
const reconfigured = async (trial: Trial) => {
  await trial.writers.during(15, { patienceMs: 600 }, async () => {
    for (let n = 0; n < trial.times(20); n++) {
      await trial.someMore(10);
      const changed = { bot_name: `Bot ${n}`, llm_timeout_ms: 10_000 + n, chat_model: `echo-${n}` };
      await trial.operator.does('PUT', 'bot/config', changed);
      trial.struck();
    }
  });
};

/** By their phone and by their user id they are two, until a message has both; then they write on. */
const linked = async (trial: Trial) => {
  const { town, writers } = trial;
  const link = async (n: number) => {
    const [phone, id] = [writers.newcomer(), `whatsapp:US.1349${10_000 + n}`];
    const written = [writers.write(phone, `text 0 of ${5000 + n}`)];
    written.push(writers.write(id, `text 1 of ${5000 + n}`));
    if (n % 2) await Promise.all(written);
    const both = writers.writeAs(phone, `text 2 of ${5000 + n}`, { external_user_id: id.slice(9) });
    written.push(both, writers.write(id, `text 3 of ${5000 + n}`));
    await Promise.all(written);
    trial.struck();
  };
  town.model.mode = 'slow';
  town.model.delayMs = 400;
  const count = trial.times(24);
  await Promise.all(Array.from({ length: count }, (_, n) => link(n)));
  town.model.mode = 'echo';
};

const row = (name: string, play: Row['play'], more: Partial<Row> = {}): Row[] => [
  { name, stores: BOTH, least: 1, play, ...more },
  { name: `${name}-two-nodes`, stores: ['mongo'], nodes: 2, least: 1, play, ...more },
];

/** What people do while answers are made. */
export const PEOPLE_ACT: Row[] = [
  ...row('taken-over-meanwhile', takenOver, { ends: ['human'] }),
  ...row('opted-out-meanwhile', optedOut, { ends: ['opted_out'], otherWords: true }),
  ...row('erased-meanwhile', erased),
  ...row('erased-once-answered', erasedOnceAnswered),
  ...row('joined-meanwhile', joined),
  ...row('reconfigured-meanwhile', reconfigured),
  ...row('linked-meanwhile', linked, { otherWords: true }),
];
