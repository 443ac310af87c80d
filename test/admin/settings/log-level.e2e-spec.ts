import { expect, it } from 'vitest';
import { logLevel } from '../../../src/log/logger.js';
import { withApp } from '../../support/app.js';

withApp('log_level', {}, (app) => {
  it('changes what the log tells while it runs, and gives the environment its word back', async () => {
    expect(logLevel()).toBe('silent');
    const { body } = await app().configure({ log_level: 'fatal' });
    expect(body).toMatchObject({ log_level: 'fatal', sources: { log_level: 'stored' } });
    await expect.poll(() => logLevel()).toBe('fatal');
    await app().configure({ log_level: null });
    await expect.poll(() => logLevel()).toBe('silent');
  });

  it('takes no level that is none', async () => {
    const { body } = await app().admin('put', '/api/v1/bot/config', { log_level: 'loud' });
    expect([body.status, body.detail]).toEqual([400, expect.stringContaining('log_level')]);
    expect(logLevel()).toBe('silent');
  });
});
