import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

interface Service {
  profiles?: string[];
  depends_on?: Record<string, unknown> | string[];
  environment?: Record<string, string>;
  volumes?: string[];
  healthcheck?: unknown;
  build?: string;
}

const root = join(import.meta.dirname, '../..');
const { services, volumes } = parse(readFileSync(join(root, 'docker-compose.yml'), 'utf8'), {
  merge: true,
}) as { services: Record<string, Service>; volumes: Record<string, unknown> };

const inCluster = ([, { profiles }]: [string, Service]) => profiles?.includes('cluster');

/** Docker isn't at hand here: what can be known of the file without it. */
describe('docker-compose.yml', () => {
  test.each(Object.entries(services))('%s names only what is there', (_, service) => {
    const wanted = service.depends_on ?? [];
    for (const other of Array.isArray(wanted) ? wanted : Object.keys(wanted))
      expect(services).toHaveProperty([other]);
    for (const volume of service.volumes ?? []) {
      const [source] = volume.split(':');
      if (source.startsWith('.')) expect(existsSync(join(root, source))).toBe(true);
      else expect(volumes).toHaveProperty([source]);
    }
    const uri = service.environment?.MONGODB_URI;
    for (const host of uri ? new URL(uri.replaceAll(',', '-')).hostname.split(/-(?=mongo)/) : [])
      expect(services).toHaveProperty([host]);
  });

  test('starts one process and one MongoDB without a profile', () => {
    const plain = Object.entries(services).filter((one) => !inCluster(one));
    expect(plain.map(([name]) => name).sort()).toEqual(['mongo', 'recado']);
  });

  test('has a cluster of three processes, each with its own data, and three nodes', () => {
    const cluster = Object.entries(services).filter(inCluster);
    const processes = cluster.filter(([, { build }]) => build);
    expect(processes).toHaveLength(3);
    expect(new Set(processes.flatMap(([, { volumes = [] }]) => volumes)).size).toBe(3);
    expect(cluster.filter(([name]) => name.startsWith('mongo'))).toHaveLength(3);
    const proxy = readFileSync(join(root, 'deploy/Caddyfile'), 'utf8');
    for (const [name] of processes) expect(proxy).toContain(`${name}:3000`);
  });
});
