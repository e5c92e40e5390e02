import assert from 'node:assert/strict';
import { test } from 'node:test';
import { schemaErrors } from './schemas.js';
import { unread } from './strict.js';

const deployment = () => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'a', labels: { anything: 'goes' } },
  spec: {
    selector: { matchLabels: { a: 'b' } },
    template: {
      metadata: { labels: { a: 'b' } },
      spec: { containers: [{ name: 'a', image: 'b', resources: { limits: { cpu: '1' } } }] },
    },
  },
});

test('what was looked at is known, whatever its case is', () => {
  assert.deepEqual(
    unread({ aSQL: 1, b: { c: 1, d: { e: 1 } }, f: [{ g: 1 }] }, (it) => [it.aSql, it.b.c, it.f.map((one) => one.h)]),
    ['/b/d', '/f/0/g'],
  );
});

test('a lawful resource has no errors', async () => {
  assert.deepEqual(await schemaErrors(deployment()), []);
});

const UNLAWFUL = {
  'an unknown field': [(it) => (it.spec.replica = 2), /\/spec\/replica is unknown/],
  'an unknown field in a list': [
    (it) => (it.spec.template.spec.containers[0].imaage = 'c'),
    /\/spec\/template\/spec\/containers\/0\/imaage is unknown/,
  ],
  'a missing field': [(it) => delete it.spec.selector, /selector/],
  'a text where a number belongs': [(it) => (it.spec.replicas = '2'), /replicas must be integer/],
};

for (const [what, [change, message]] of Object.entries(UNLAWFUL)) {
  test(`${what} is an error`, async () => {
    const resource = deployment();
    change(resource);
    assert.match((await schemaErrors(resource)).join('\n'), message);
  });
}

test('so is an unknown field of CloudNativePG', async () => {
  const cluster = {
    apiVersion: 'postgresql.cnpg.io/v1',
    kind: 'Cluster',
    metadata: { name: 'a' },
    spec: { instances: 3, bootstrap: { initdb: { database: 'a', postInitApplicationSQL: ['SELECT 1'], ownr: 'b' } } },
  };
  assert.deepEqual(await schemaErrors(cluster), ['/spec/bootstrap/initdb/ownr is unknown']);
});
