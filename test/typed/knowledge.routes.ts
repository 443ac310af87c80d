import { expect, it } from 'vitest';
import type { Api } from './generated-client.js';

/** The routes of the documents, each called by the client that the document gives. */
export function knowledgeRoutes(api: () => Api): void {
  it('adds documents, finds them, and takes them out', async () => {
    const parking = { title: 'Parking', text: 'Parking in the yard is free.' };
    const added = await api().documentsControllerAdd({ body: parking });
    const again = await api().documentsControllerAdd({ body: parking });
    expect([added, again].map(({ response }) => response!.status)).toEqual([201, 200]);
    const { outcome, ...view } = added.data!;
    expect([outcome, again.data]).toEqual(['new', { ...view, outcome: 'unchanged' }]);
    const { id } = view;
    const shown = await api().documentsControllerOne({ path: { id } });
    expect(shown.data).toEqual({ ...view, text: parking.text, metadata: {} });
    const passages = await api().passagesControllerList({ path: { id } });
    const [passage] = passages.data!.items;
    expect([passages.data!.total, passage]).toMatchObject([1, { position: 0, text: parking.text }]);
    const { data } = await api().documentsControllerList({ query: { limit: 200 } });
    expect(data!.items).toContainEqual(view);
    const found = await api().searchControllerSearch({ body: { query: 'yard', limit: 1 } });
    expect(found.data!.items).toMatchObject([{ document_id: id, title: 'Parking' }]);
    await api().documentsControllerRemove({ path: { id } });
    const gone = await api().documentsControllerRemove({ path: { id } });
    expect(gone.error).toMatchObject({ status: 404 });
  });

  it('uploads a file', async () => {
    const form = new FormData();
    form.append('file', new Blob(['# Wifi\n\nIt is free.']), 'Wifi.md');
    const { data } = await api().documentsControllerAdd({
      // The client speaks the first kind that is described; a form is given as it is.
      body: form as never,
      bodySerializer: (body) => body,
      headers: { 'Content-Type': null },
    });
    expect(data).toMatchObject({ name: 'Wifi.md', title: 'Wifi', outcome: 'new' });
    await api().documentsControllerRemove({ path: { id: data!.id } });
  });
}
