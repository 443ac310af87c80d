import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { Env } from '../../src/env/env.js';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const variables = new Set(Object.keys(new Env()));
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
/** `node …` as `npm start` runs it. */
const command = scripts.start.split('exec ')[1];

describe('the systemd unit', () => {
  const unit = read('deploy/systemd/recado.service');

  it('starts what npm start does', () => {
    expect(unit).toContain(`/${command}\n`);
  });

  it('sets variables that there are', () => {
    const set = /^Environment=(.*)$/m.exec(unit)![1].split(' ');
    const names = set.map((pair) => pair.split('=')[0]);
    expect([...variables, 'NODE_ENV']).toEqual(expect.arrayContaining(names));
  });
});

describe('the Kubernetes manifest', () => {
  const text = read('deploy/kubernetes/recado.yml');
  const documents = parseAllDocuments(text).map((one) => one.toJS() as any);
  const [deployment, service, budget] = documents;
  const { spec } = deployment.spec.template;
  const [container] = spec.containers;

  it('can be read, and its parts find each other', () => {
    expect(documents.map(({ kind }) => kind)).toEqual([
      'Deployment',
      'Service',
      'PodDisruptionBudget',
    ]);
    const { labels } = deployment.spec.template.metadata;
    for (const selector of [deployment.spec.selector.matchLabels, service.spec.selector])
      expect(labels).toMatchObject(selector);
    expect(labels).toMatchObject(budget.spec.selector.matchLabels);
    expect(budget.spec.minAvailable).toBeLessThan(deployment.spec.replicas);
    expect(service.spec.ports[0].targetPort).toBe(container.ports[0].name);
    const mounted = container.volumeMounts.map(({ name }: { name: string }) => name);
    expect(spec.volumes.map(({ name }: { name: string }) => name)).toEqual(mounted);
  });

  it('sets variables that there are, and asks for all that a cluster needs', () => {
    const set = container.env.map(({ name }: { name: string }) => name);
    const secret = [...text.matchAll(/--from-literal=([A-Z_]+)=/g)].map(([, name]) => name);
    expect([...variables]).toEqual(expect.arrayContaining([...set, ...secret]));
    expect(secret).toEqual(expect.arrayContaining(['ADMIN_TOKEN', 'SECRET_KEY', 'MONGODB_URI']));
  });

  it('runs as the image does: not as root, writing to its data only', () => {
    const image = read('Dockerfile');
    expect(image).toContain(`USER ${spec.securityContext.runAsUser}:`);
    expect(image).toContain(`DATA_DIR=${container.volumeMounts[0].mountPath}`);
    expect(container.securityContext.readOnlyRootFilesystem).toBe(true);
  });

  it('gives a turn that is being sent its time', () => {
    const seconds = spec.terminationGracePeriodSeconds - container.lifecycle.preStop.sleep.seconds;
    expect(seconds).toBeGreaterThanOrEqual(30);
  });
});
