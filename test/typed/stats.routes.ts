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
    const { data: waiting } = await api().statsControllerPeople();
    expect(waiting!.people).toBeGreaterThanOrEqual(0);
    const query = { from: '2026-11-02T00:00:00Z', until: '2026-11-01T00:00:00Z' };
    const { error } = await api().statsControllerFigures({ query });
    expect(error).toMatchObject({ status: 400, detail: 'from must be before until' });
  });

  it('shows what is spent of the budgets', async () => {
    const body = { daily_budget: 1000, over_budget: 'person' } as const;
    await api().botConfigControllerUpdate({ body });
    const { data } = await api().budgetControllerCurrent();
    expect(data).toMatchObject({ over_budget: 'person', models_priced: false });
    expect(data!.day).toMatchObject({ spent: 0, budget: 1000, left: 1000, state: 'open' });
    expect(data!.month).toMatchObject({ budget: null, left: null, state: 'open' });
    const none = { daily_budget: null, over_budget: null };
    await api().botConfigControllerUpdate({ body: none });
    const wrong = await api().botConfigControllerUpdate({ body: { daily_budget: -1 } });
    expect(wrong.error).toMatchObject({ status: 400, errors: [{ field: 'daily_budget' }] });
    const refused = await api().budgetControllerCurrent({ auth: undefined });
    expect(refused.error).toMatchObject({ status: 401 });
  });
}
