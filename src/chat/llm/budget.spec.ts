import { describe, expect, it } from 'vitest';
import { Budget, BudgetExceeded } from './budget.js';

const never = () => new Promise<never>(() => undefined);

describe('Budget', () => {
  it('times its stages', async () => {
    const budget = new Budget(1000);
    expect(await budget.stage('history', async () => 'said')).toBe('said');
    expect(budget.timings).toEqual({
      history_ms: expect.any(Number),
      total_ms: expect.any(Number),
    });
  });

  it('waits for no stage longer than the time for all', async () => {
    const budget = new Budget(30);
    await expect(budget.stage('model', never)).rejects.toThrow('model time-out after 30 ms');
    expect(budget.signal.aborted).toBe(true);
    await expect(budget.stage('other', async () => 1)).rejects.toThrow(BudgetExceeded);
  });

  it("throws the caller's reason when the caller gave up", async () => {
    const caller = new AbortController();
    const waiting = new Budget(1000, caller.signal).stage('model', never);
    caller.abort();
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('passes on what a stage throws', async () => {
    const failing = new Budget(1000).stage('history', () => Promise.reject(new Error('no')));
    await expect(failing).rejects.toThrow('no');
  });

  it('parts with its end, for what comes after, and times both together', async () => {
    const budget = new Budget(10_000);
    const part = budget.without(9970);
    await expect(part.stage('model', never)).rejects.toThrow('model time-out after 30 ms');
    expect(await budget.stage('retrieval', async () => 'found')).toBe('found');
    expect(budget.timings.total_ms).toBeGreaterThanOrEqual(budget.timings.model_ms);
    expect(part.timings).toBe(budget.timings);
  });

  it('has no time below zero', async () => {
    await expect(new Budget(-5).stage('model', never)).rejects.toThrow(BudgetExceeded);
  });
});
