import { cpus } from 'node:os';
import type { AckRow, Durable } from './acks.js';
import type { ClaimRow } from './claims.js';
import type { GrowthRow } from './growth.js';
import type { KnowledgeRow } from './knowledge.js';
import type { NodesRow } from './nodes.js';
import type { RoadRow } from './road.js';
import type { TurnRow } from './turns.js';

export interface Results {
  acks?: { rows: AckRow[]; durable: Durable[] };
  turns?: TurnRow[];
  nodes?: NodesRow[];
  claims?: ClaimRow[];
  road?: RoadRow[];
  growth?: GrowthRow[];
  knowledge?: KnowledgeRow;
}

/** The results as tables in Markdown. */
export function tables({ acks, turns, nodes, claims, road, growth, knowledge }: Results): string {
  const parts: string[] = [];
  if (acks) parts.push(ackTable(acks.rows), threadTable(acks.rows), durableTable(acks.durable));
  if (turns) parts.push(turnTable(turns, acks?.rows));
  if (nodes) parts.push(nodesTable(nodes));
  if (claims) parts.push(claimTable(claims));
  if (road) parts.push(roadTable(road));
  if (growth) parts.push(growthTable(growth));
  if (knowledge) parts.push(knowledgeTable(knowledge));
  return parts.join('\n\n');
}

/** docs/performance.md. */
export function page(results: Results, command: string): string {
  return `# Performance

Made by \`${command}\`, on ${cpus().length} cores, with Node ${process.versions.node}. The load
generator, the servers and MongoDB share the cores, so that only the ratios within one run mean
something.

Every server gets the same signed webhooks from 10,000 senders, by turns, and checks each signature
by Twilio's own validator. Express and node:http keep nothing; Recado answers when the message is
durable. CPU is that of the server's process: MongoDB's own isn't in it. Medians of the rounds.
A turn takes in its two status callbacks, which come a second after the answer was sent: their CPU and
their commands are the turn's.
What was done for these figures, step by step, and what was tried in vain: of acknowledgements in
[decision 10](decisions/0010-what-an-acknowledgement-costs.md), of turns in
[decision 33](decisions/0033-a-turn-in-two-transactions.md).

${tables(results)}
`;
}

function ackTable(rows: AckRow[]): string {
  return table(
    '## Webhooks acknowledged',
    'connections | server | a second | of Express | p50 ms | p99 ms | CPU ms | of Express | MB',
    rows.map((r) =>
      [r.connections, r.server, r.perSecond.toFixed(0), r.rate.toFixed(2), r.p50.toFixed(1)].concat(
        [r.p99.toFixed(1), r.cpuMs.toFixed(3), r.cpu.toFixed(2), r.memoryMb.toFixed(0)],
      ),
    ),
  );
}

function threadTable(rows: AckRow[]): string {
  return table(
    "## Whose CPU it is, as parts of all that Express's process takes",
    "connections | server | serving | SQLite's writer | Node's helpers",
    rows.map(({ connections, server, threads: { serving, writing, helping } }) => [
      connections,
      server,
      serving.toFixed(2),
      writing.toFixed(2),
      helping.toFixed(2),
    ]),
  );
}

function durableTable(rows: Durable[]): string {
  return table(
    '## Killed by SIGKILL under load',
    'server | acknowledged | not in the store',
    rows.map((r) => [r.server, r.acknowledged, r.missing]),
  );
}

/** Beside the webhooks that bare Express answers on 50 connections, where they were measured, too. */
function turnTable(rows: TurnRow[], acks: AckRow[] = []): string {
  const express = acks.find(({ server }) => server === 'Express')?.perSecond;
  const figure = (value?: number) => value?.toFixed(2) ?? '';
  return table(
    '## Turns worked off: many people have written once',
    "store | turns | a second | of Express's webhooks | CPU ms | commands | transactions | aborted",
    rows.map((row) =>
      [row.store, row.turns, row.perSecond.toFixed(0)].concat(
        express ? (row.perSecond / express).toFixed(3) : '',
        [row.cpuMs, row.commands, row.committed, row.aborted].map(figure),
      ),
    ),
  );
}

function nodesTable(rows: NodesRow[]): string {
  return table(
    '## Several processes beside one MongoDB, a model that takes a second, 10,000 waiting',
    'processes | turns a second | of one process',
    rows.map((row) => [row.processes, row.perSecond.toFixed(1), row.ofOne.toFixed(2)]),
  );
}

function claimTable(rows: ClaimRow[]): string {
  return table(
    '## A claim of 8 mailboxes',
    'store | messages stored | mailboxes due | ms | of the smallest',
    rows.map((r) => [r.store, r.messages, r.due, r.ms.toFixed(2), r.ratio.toFixed(2)]),
  );
}

function roadTable(rows: RoadRow[]): string {
  const line = (name: string, of: (row: RoadRow) => string) => [name, ...rows.map(of)];
  return table(
    '## The whole road, with 8 workers and an instant model',
    ['', ...rows.map(({ store }) => store)].join(' | '),
    [
      line('start to ready, ms', (r) => r.readyMs.toFixed(0)),
      line('memory at rest, MB', (r) => r.restMb.toFixed(0)),
      line('the most memory, MB', (r) => r.loadedMb.toFixed(0)),
      line("webhook to Twilio's create, p50 ms", (r) => r.createP50.toFixed(0)),
      line("webhook to Twilio's create, p99 ms", (r) => r.createP99.toFixed(0)),
      line('10,000 at once: ack p50, ms', (r) => r.burstP50.toFixed(0)),
      line('10,000 at once: ack p99, ms', (r) => r.burstP99.toFixed(0)),
      line('10,000 at once: lost', (r) => String(r.burstLost)),
      line('worked off, turns a second', (r) => r.workedOff.toFixed(0)),
    ],
  );
}

function growthTable(rows: GrowthRow[]): string {
  return table(
    "## Webhook to Twilio's create, of people with ever more messages",
    'store | bytes a turn | new, p50 ms | 40 messages | 100,000 messages | of 40 messages',
    rows.map((r) => [
      r.store,
      ...[r.bytesATurn, r.newP50, r.someP50, r.manyP50].map((figure) => figure.toFixed(0)),
      r.ratio.toFixed(2),
    ]),
  );
}

function knowledgeTable(row: KnowledgeRow): string {
  return table(
    `## ${row.passages} passages, each with vectors of itself and of ${row.windows} windows`,
    'what | measured',
    [
      ['built, s', row.buildS.toFixed(1)],
      ['read again from the store, s', row.reloadS.toFixed(1)],
      ['search p50, ms', row.searchP50.toFixed(1)],
      ['search p95, ms', row.searchP95.toFixed(1)],
      ['event loop held at most, ms', row.heldMs.toFixed(1)],
      ['durable write meanwhile, p99 ms', row.writeP99.toFixed(1)],
      ['the most memory, MB', row.memoryMb.toFixed(0)],
    ],
  );
}

function table(title: string, head: string, rows: (string | number)[][]): string {
  const names = head.split(' | ');
  const lines = [names, names.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`);
  return [title, '', ...lines].join('\n');
}
