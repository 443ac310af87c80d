import { expect, it } from 'vitest';
import { aPhone } from '../support/stores/mailboxes.js';
import type { Api } from './generated-client.js';

/** The routes of a message, each called by the client that the document gives. */
export function timelineRoutes(api: () => Api): void {
  it('shows what became of a message, and asks it again', async () => {
    const body = { from: `whatsapp:${aPhone()}`, body: 'My cat is called Félix.' };
    const { data: written } = await api().controlControllerSend({ body });
    const path = { sid: written!.sid };
    const timeline = async () => (await api().timelineControllerTimeline({ path })).data!;
    await expect.poll(async () => (await timeline()).parts[0]?.status).toBe('delivered');
    const told = await timeline();
    expect(told).toMatchObject({ outcome: 'answered', message: { id: path.sid } });
    const query = { reveal: 'true' } as const;
    const { data: shown } = await api().timelineControllerTimeline({ path, query });
    expect(shown!.received!.request!.form.From).toBe(body.from);
    const { data: again } = await api().timelineControllerReplay({ path });
    expect(again).toMatchObject({ asked: [body.body], same: true, answer: { mode: 'llm' } });
    const unknown = { sid: `SM${'0'.repeat(32)}` };
    for (const { error } of [
      await api().timelineControllerTimeline({ path: unknown }),
      await api().timelineControllerReplay({ path: unknown }),
    ])
      expect(error).toMatchObject({ status: 404 });
  });
}
