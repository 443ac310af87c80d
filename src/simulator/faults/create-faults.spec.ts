import { describe, expect, it } from 'vitest';
import { twilioAt } from '../../../test/support/twilio/emulator.js';
import { openWindows, PERSON } from '../../../test/support/twilio/open-window.js';

const w = openWindows();

describe('create faults', () => {
  const failure = (sent: Promise<unknown>) =>
    sent.then(
      () => 'none',
      ({ status, code }) => [status, code],
    );

  it.each([
    [{ mode: '429' }, [429, 20429]],
    [{ mode: '500' }, [500, 20500]],
    [{ mode: 'refuse' }, [400, 21211]],
    [{ mode: 'refuse', error_code: 63038 }, [400, 63038]],
    [{ mode: 'refuse', error_code: 20003 }, [401, 20003]],
  ])('%j answers %j and creates nothing', async (create, expected) => {
    await w().faults({ create });
    expect(await failure(w().send())).toEqual(expected);
    expect(await w().outbound()).toEqual([]);
    await w().faults({ create: { mode: 'none' } });
    expect(await failure(w().send())).toBe('none');
  });

  it('hang: never answers, and nothing exists', async () => {
    await w().faults({ create: { mode: 'hang' } });
    const { accountSid, authToken, from } = w().emulator.options;
    const hurried = twilioAt(w().emulator.address, accountSid, authToken, 300);
    const sent = hurried.messages.create({ to: PERSON, from, body: 'Hi' });
    expect(await failure(sent)).toEqual([undefined, 'ECONNABORTED']);
    expect(await w().outbound()).toEqual([]);
  });

  it('accept_hang: never answers, but the message is on its way', async () => {
    await w().faults({ create: { mode: 'accept_hang' } });
    const sent = failure(w().send());
    expect(await w().told(2)).toEqual(['sent', 'delivered']);
    expect(await Promise.race([sent, 'waiting'])).toBe('waiting');
    expect(await w().outbound()).toMatchObject([{ body: 'Hi', status: 'delivered' }]);
    await w().emulator.control('DELETE', '');
    expect(await sent).toEqual([undefined, 'ECONNRESET']);
  });

  it('accept_cut: cuts the line, but the message is on its way', async () => {
    await w().faults({ create: { mode: 'accept_cut' } });
    expect(await failure(w().send())).toEqual([undefined, 'ECONNRESET']);
    expect(await w().told(2)).toEqual(['sent', 'delivered']);
    expect(await w().outbound()).toHaveLength(1);
  });

  it('slow: answers later', async () => {
    await w().faults({ create: { mode: 'slow', delay_ms: 120 } });
    const start = performance.now();
    expect((await w().send()).status).toBe('queued');
    expect(performance.now() - start).toBeGreaterThan(110);
  });

  it('hit as many as asked, the same ones for the same seed', async () => {
    const pattern = async () => {
      await w().faults({ create: { mode: 'refuse', rate: 0.5 }, seed: 7 });
      const results: string[] = [];
      for (let i = 0; i < 20; i++) results.push(String(await failure(w().send())));
      return results;
    };
    const first = await pattern();
    expect(new Set(first).size).toBe(2);
    expect(await pattern()).toEqual(first);
  });

  it('are refused when they make no sense, and can be read', async () => {
    for (const part of ['create', 'callbacks', 'delivery', 'media', 'seed'])
      expect([part, (await w().faults({ [part]: null })).status]).toEqual([part, 400]);
    expect((await w().faults({ seed: 2 ** 32 })).status).toBe(400);
    const wrong = await w().faults({ create: { mode: 'explode', rate: 2 } });
    expect(wrong.status).toBe(400);
    const settings = { callbacks: { mode: 'drop', rate: 0.2, delay_ms: 1000 } };
    await w().faults({ callbacks: { mode: 'drop', rate: 0.2 } });
    expect((await w().emulator.control('GET', '/faults')).body).toEqual(settings);
    await w().emulator.control('DELETE', '');
    expect((await w().emulator.control('GET', '/faults')).body).toEqual({});
  });
});
