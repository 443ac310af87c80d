import { expect } from 'vitest';
import type { RehearsalView } from '../../src/rehearsals/rehearsal.dto.js';
import type { TestApp } from '../support/app.js';

/** The simulator in Twilio's place, the samples for documents, and no model. */
export const SIMULATED = {
  SIMULATOR: 'on',
  TWILIO_API_BASE: '',
  TWILIO_MESSAGING_API_BASE: '',
  OPENAI_BASE_URL: '',
  CHAT_MODEL: '',
};
export const REHEARSALS = '/api/v1/rehearsals';
/** Milliseconds for a whole scenario, while other tests run beside it. */
export const PATIENCE_MS = 90_000;

/** Plays a scenario to its end. */
export function playing(app: () => TestApp) {
  return async function played(scenario: string, name = 'mine.yaml'): Promise<RehearsalView> {
    const { body } = await app().admin('post', REHEARSALS, { name, scenario }).expect(202);
    expect(body).toMatchObject({ name, state: 'running', error: null, ended_at: null });
    const look = async () => (await app().admin('get', `${REHEARSALS}/${body.id}`)).body;
    const played = async () => (await look()).state;
    await expect.poll(played, { timeout: PATIENCE_MS }).not.toBe('running');
    return look();
  };
}
