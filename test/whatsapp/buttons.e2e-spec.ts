import { beforeAll, beforeEach, expect, it } from 'vitest';
import { withApp } from '../support/app.js';
import { type Sent, sentTo } from '../support/twilio/sent-to.js';
import { atContent, contentsAt } from '../support/twilio/templates.js';

const OFFER = 'Shall I pass this on to a person of the team?';

withApp('buttons and lists', {}, (app) => {
  beforeAll(() => app().configure({ reply_buttons: 'on', language: 'en' }));
  beforeEach(() => app().faults({}));

  const got = (person: string) => sentTo(app().emulator, person);
  /** What somebody gets who writes this as the simulator's phone does. */
  async function answerTo(from: string, said: object): Promise<Sent> {
    const before = (await got(from)).length;
    await app().emulator.control('POST', '/messages', { from, ...said });
    await expect.poll(() => got(from), { timeout: 15_000 }).toHaveLength(before + 1);
    return (await got(from)).at(-1)!;
  }
  const misunderstood = { body: "That's not what I asked." };
  const made = () => contentsAt(app().emulator);

  it('offers yes and no, and understands what is tapped', async () => {
    const from = await app().writer();
    const asked = await answerTo(from, misunderstood);
    expect(asked.body.endsWith(OFFER)).toBe(true);
    expect(asked.taps).toEqual({
      kind: 'button',
      items: [
        { title: 'Yes', id: 'Yes' },
        { title: 'No', id: 'No' },
      ],
    });
    await answerTo(from, { body: 'Yes', button_text: 'Yes', button_payload: 'Yes' });
    const query = `wa_id=${encodeURIComponent(from)}`;
    const { body } = await app().admin('get', `/api/v1/conversations?${query}`).expect(200);
    expect(body.items[0].waiting_since).not.toBeNull();
  });

  it('makes the resource once, whoever asks', async () => {
    await answerTo(await app().writer(), misunderstood);
    const before = await made();
    const others = await Promise.all([1, 2, 3].map(() => app().writer()));
    const answers = await Promise.all(others.map((from) => answerTo(from, misunderstood)));
    expect(answers.every(({ taps }) => taps)).toBe(true);
    expect(await made()).toEqual(before);
  });

  it('goes out as a text where its resource is gone, and is one message', async () => {
    const from = await app().writer();
    await answerTo(from, misunderstood);
    for (const { sid } of await made())
      await atContent(app().emulator, 'DELETE', `/Content/${sid}`);
    const other = await app().writer();
    const answer = await answerTo(other, misunderstood);
    expect(answer.body.endsWith(OFFER)).toBe(true);
    expect(answer.taps).toBeUndefined();
    const { items } = (
      await app().admin('get', `/api/v1/conversations?wa_id=${encodeURIComponent(other)}`)
    ).body;
    const last = async () => (await app().messages(items[0].id)).at(-1)!;
    await expect.poll(last).toMatchObject({
      outcome: 'answered',
      parts: [{ state: 'accepted', choices: [] }],
    });
    expect(await got(other)).toHaveLength(1);
  });
});

withApp('buttons while the Content API fails', {}, (app) => {
  beforeAll(() => app().configure({ reply_buttons: 'on', language: 'en' }));

  it('goes out as a text at once', async () => {
    await app().faults({ content: { mode: '500' } });
    const from = await app().writer();
    const id = await app().write(from, "That's not what I asked.");
    await expect.poll(() => app().sent(from)).toHaveLength(1);
    expect((await app().sent(from))[0].endsWith(OFFER)).toBe(true);
    await expect
      .poll(async () => (await app().messages(id)).at(-1))
      .toMatchObject({ outcome: 'answered' });
  });
});
