import { expect, it } from 'vitest';
import { withApp } from '../support/app.js';

withApp('the rate limit', { RATE_LIMIT_PER_MINUTE: '3' }, (app) => {
  it('keeps what is over it, tells the sender once, and asks no model', async () => {
    const from = await app().writer();
    const texts = ['When?', 'Where?', 'What?', 'Who is there?', 'Why?', 'How?'];
    const previews: (string | null)[] = [];
    let id = '';
    for (const Body of texts) {
      const { body } = await app().post({ From: from, Body }).expect(200);
      previews.push(body.response_preview);
      id = body.conversation_id;
    }
    const notice = expect.stringMatching(/^You have sent many messages/);
    expect(previews).toEqual([...texts.slice(0, 3), notice, null, null]);
    const outcomes = texts.map((text, n) => [text, n < 3 ? 'answered' : 'limited']);
    await expect.poll(() => app().outcomes(id)).toEqual(outcomes);
    expect(await app().sent(from)).toEqual([...texts.slice(0, 3), notice]);
    expect(app().model.requests).toHaveLength(3);
    expect(await app().failures(id)).toEqual([]);
  });

  it('counts each sender alone, and takes a new limit at once', async () => {
    const from = await app().writer();
    const others = await app().write(await app().writer(), 'Somebody else');
    await expect.poll(() => app().outcomes(others)).toEqual([['Somebody else', 'answered']]);
    await app().configure({ rate_limit_per_minute: 1 });
    const id = await app().write(from, 'one');
    await app().write(from, 'two');
    await expect
      .poll(() => app().outcomes(id))
      .toEqual([
        ['one', 'answered'],
        ['two', 'limited'],
      ]);
    await app().configure({ rate_limit_per_minute: 3 });
    await app().write(from, 'three');
    await expect.poll(async () => (await app().outcomes(id)).at(-1)).toEqual(['three', 'answered']);
  });
});
