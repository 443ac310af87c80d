/** The part of a source that says whether it is a curated answer. */
interface Source {
  documentId: string;
  curated?: true;
}

/** The ids of the curated answers among what an answer was made from, each once. */
export function curatedAmong(sources: unknown[] = []): string[] {
  const curated = (sources as Source[]).filter((source) => source.curated);
  return [...new Set(curated.map(({ documentId }) => documentId))];
}
