import { expect, it } from 'vitest';
import type { Api } from './generated-client.js';

/** Calls the routes of the figures. */
export function statsRoutes(api: () => Api): void {
  it('shows figures, and the questions without an answer', async () => {
    const { data } = await api().statsControllerFigures({ query: { per: 'hour' } });
    expect(data!.steps.length).toBeGreaterThanOrEqual(24);
    expect(data!.total.durations.made).toHaveProperty('p95_ms');
    const { data: unanswered } = await api().statsControllerQuestions();
    expect(unanswered!.groups).toBeInstanceOf(Array);
    const query = { from: '2026-11-02T00:00:00Z', until: '2026-11-01T00:00:00Z' };
    const { error } = await api().statsControllerFigures({ query });
    expect(error).toMatchObject({ status: 400, detail: 'from must be before until' });
  });
}
