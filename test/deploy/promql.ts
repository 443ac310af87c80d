import { parser } from '@prometheus-io/lezer-promql';

/** A series that an expression asks for. */
export interface Selector {
  name: string;
  /** The labels that it chooses by. */
  labels: string[];
}

/** What an expression of PromQL asks for, and the labels it groups by. Throws where it can't be read. */
export function asked(expression: string): { selectors: Selector[]; groupedBy: string[] } {
  const selectors: Selector[] = [];
  const groupedBy: string[] = [];
  const text = (node: { from: number; to: number }) => expression.slice(node.from, node.to);
  parser.parse(expression).iterate({
    enter: (node) => {
      if (node.type.isError) throw new Error(`cannot be read at ${node.from}: ${expression}`);
      if (node.name === 'VectorSelector') selectors.push({ name: '', labels: [] });
      const parent = node.node.parent?.name;
      if (node.name === 'Identifier' && parent === 'VectorSelector')
        selectors.at(-1)!.name = text(node);
      if (node.name !== 'LabelName') return;
      if (parent === 'GroupingLabels') groupedBy.push(text(node));
      else selectors.at(-1)!.labels.push(text(node));
    },
  });
  return { selectors, groupedBy };
}
