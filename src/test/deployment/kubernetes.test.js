// k8s: every overlay as kubectl renders it, judged by the schemas and by the restricted Pod Security Standard.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { OVERLAYS, nameOf, parsed, podsOf, rendered } from './manifests.js';
import { text, without } from './places.js';
import { containersOf, violations } from './pod-security.js';
import { NAMES_ONLY, WITHOUT_SCHEMA, kindOf, schemaErrors } from './schemas.js';

const skip = without('JANUA_TEST_KUBECTL', 'no kubectl 1.27 or newer is to be had');
const HOW_TO = text('docs/how-to/run-on-kubernetes.md');

/** Made by an operator, from what the same overlay holds. */
const MADE_BY_OPERATORS = ['Service/janua-keycloak-service', 'Secret/janua-tls', 'Secret/letsencrypt-account'];

for (const overlay of OVERLAYS) {
  describe(overlay, { skip }, () => {
    const resources = skip ? [] : rendered(overlay);
    const pods = resources.flatMap((resource) => podsOf(resource).map((spec) => ({ name: nameOf(resource), spec })));

    test('every resource obeys its schema, and has no field that it does not know', async () => {
      for (const resource of resources) {
        assert.deepEqual(await schemaErrors(resource), [], nameOf(resource));
      }
    });

    test('no two resources are the same', () => {
      const names = resources.map((resource) => `${resource.metadata.namespace} ${nameOf(resource)}`);
      assert.deepEqual(names, [...new Set(names)]);
    });

    test('pods obey the restricted Pod Security Standard, and the namespace enforces it', () => {
      assert.notEqual(pods.length, 0);
      for (const { name, spec } of pods) assert.deepEqual(violations(spec), [], name);
      const namespace = resources.find((resource) => resource.kind === 'Namespace');
      assert.equal(namespace.metadata.labels['pod-security.kubernetes.io/enforce'], 'restricted');
      for (const resource of resources.filter((one) => one !== namespace)) {
        assert.equal(resource.metadata.namespace, namespace.metadata.name, nameOf(resource));
      }
    });

    test('pods write to nothing but volumes, know no token, and have a bound to their memory', () => {
      for (const { name, spec } of pods) {
        assert.equal(spec.automountServiceAccountToken, false, name);
        assert.equal(spec.enableServiceLinks, false, name);
        for (const container of containersOf(spec)) {
          assert.equal(container.securityContext.readOnlyRootFilesystem, true, name);
          assert.ok(container.resources.limits.memory && container.resources.requests.cpu, `${name} ${container.name}`);
        }
      }
    });

    test('where the service may write is in memory', () => {
      const { spec } = pods.find(({ name }) => name === 'Deployment/janua');
      const writable = spec.containers[0].volumeMounts.filter((mount) => !mount.readOnly).map((mount) => mount.name);
      assert.deepEqual(writable, ['tmp']);
      assert.equal(spec.volumes.find((volume) => volume.name === 'tmp').emptyDir.medium, 'Memory');
    });

    test('no secret of the service is in an environment, and the owner’s password is with the Job alone', () => {
      for (const { name, spec } of pods.filter((pod) => pod.name.endsWith('/janua') || pod.name.includes('migrate'))) {
        for (const container of containersOf(spec)) {
          const fromSecrets = [...(container.env ?? []), ...(container.envFrom ?? [])].filter(
            (source) => source.valueFrom?.secretKeyRef || source.secretRef,
          );
          assert.deepEqual(fromSecrets, [], `${name} ${container.name}`);
        }
        const knowsOwner = secretsOf(spec).some((secret) => secret.startsWith('janua-database-owner'));
        assert.equal(knowsOwner, name.includes('migrate'), name);
      }
    });

    test('what is referred to is there, or the how-to says who makes it', () => {
      const there = resources.map(nameOf);
      for (const wanted of references(resources)) {
        const documented = wanted.startsWith('Secret/') && HOW_TO.includes(`| \`${wanted.slice('Secret/'.length)}\` |`);
        const known = there.includes(wanted) || MADE_BY_OPERATORS.includes(wanted) || documented;
        assert.ok(known || overlay === 'base', `${wanted} is referred to, and nowhere`);
      }
    });

    test('images have a tag or a digest', () => {
      if (overlay === 'base') return;
      for (const { name, spec } of pods) {
        for (const { image } of containersOf(spec)) assert.match(image, /:[^/]+$|@sha256:/, name);
      }
    });

    test('nothing may be sent or received that no policy names', () => {
      const denied = resources.find((one) => nameOf(one) === 'NetworkPolicy/default-deny');
      assert.deepEqual(denied.spec, { podSelector: {}, policyTypes: ['Ingress', 'Egress'] });
    });

    test('a changed setting leaves the migration Job as it is, which cannot be changed', () => {
      const { spec } = pods.find(({ name }) => name === 'Job/janua-migrate');
      assert.deepEqual(spec.containers[0].envFrom, [{ configMapRef: { name: 'janua-database' } }]);
      const settings = resources.find((one) => nameOf(one) === 'ConfigMap/janua-database').data;
      assert.deepEqual(Object.keys(settings).sort(), ['JANUA_DB_URL', 'JANUA_DB_USER']);
    });

    test('an instance has the time that it needs to go', () => {
      const { spec } = pods.find(({ name }) => name === 'Deployment/janua');
      const preStop = spec.containers[0].lifecycle.preStop.sleep.seconds;
      // Requests, jobs and hooks: quarkus.shutdown.timeout, Jobs.SHUTDOWN and HookScheduler.SHUTDOWN.
      assert.ok(spec.terminationGracePeriodSeconds >= preStop + 10 + 10 + 18);
    });
  });
}

for (const overlay of ['overlays/prod', 'overlays/scale']) {
  test(`${overlay}: the database has room for everybody’s connections`, { skip }, () => {
    const found = Object.fromEntries(rendered(overlay).map((resource) => [nameOf(resource), resource.spec]));
    const { strategy, template } = found['Deployment/janua'];
    const most = found['HorizontalPodAutoscaler/janua'].maxReplicas;
    const surge = strategy.rollingUpdate.maxSurge;
    const instances = most + (typeof surge === 'number' ? surge : Math.ceil((most * parseInt(surge)) / 100));
    const pool =
      template.spec.containers[0].env.find(({ name }) => name === 'JANUA_DB_POOL')?.value ??
      /JANUA_DB_POOL:(\d+)/.exec(text('src/main/resources/application.properties'))[1];
    const keycloak = found['Keycloak/janua-keycloak'];
    const { max_connections: room } = found['Cluster/janua-database'].postgresql.parameters;
    // And 20 for the servers themselves and for whoever looks after them.
    assert.ok(Number(room) >= instances * Number(pool) + keycloak.instances * keycloak.db.poolMaxSize + 20);
  });
}

test('of Keycloak the world reaches the realm in which people sign in, and no other', { skip }, () => {
  const ingress = rendered('overlays/prod').find((resource) => nameOf(resource) === 'Ingress/janua-sign-in');
  const paths = ingress.spec.rules.flatMap(({ http }) => http.paths.map(({ path }) => path));
  assert.deepEqual(paths, ['/realms/janua/', '/resources/']);
});

for (const [kind, reason] of Object.entries(WITHOUT_SCHEMA)) {
  test(`schema of ${kind}`, { skip: `skipped: ${reason}` }, () => {});
}
for (const kind of Object.keys(NAMES_ONLY)) {
  test(`types of ${kind}`, { skip: 'skipped: the package tells the names of its fields, not their types' }, () => {});
}

test('every kind without a schema is still needed', { skip }, () => {
  const used = new Set(OVERLAYS.flatMap((overlay) => rendered(overlay).map(kindOf)));
  for (const kind of [...Object.keys(WITHOUT_SCHEMA), ...Object.keys(NAMES_ONLY)]) assert.ok(used.has(kind), kind);
});

test('the realm is that of src/main/keycloak, at another address', () => {
  const [{ spec }] = parsed(text('k8s/overlays/prod/realm.yaml'));
  const realm = JSON.parse(text('src/main/keycloak/janua-realm.json'));
  const console_ = realm.clients.find((client) => client.clientId === 'janua-console');
  console_.redirectUris = ['https://faces.example.org/', 'https://faces.example.org/signed-in.html'];
  assert.deepEqual(spec.realm, realm, 'copy what has changed into k8s/overlays/prod/realm.yaml');
});

function secretsOf(spec) {
  return (spec.volumes ?? [])
    .flatMap((volume) => [
      volume.secret?.secretName,
      ...(volume.projected?.sources ?? []).map((one) => one.secret?.name),
    ])
    .filter(Boolean);
}

/** Names of ConfigMaps, Secrets and Services that resources refer to. */
function* references(resources) {
  for (const resource of resources) {
    for (const spec of podsOf(resource)) {
      yield* secretsOf(spec).map((name) => `Secret/${name}`);
      for (const { envFrom = [], env = [] } of containersOf(spec)) {
        for (const { configMapRef, secretRef } of envFrom) {
          if (configMapRef) yield `ConfigMap/${configMapRef.name}`;
          if (secretRef) yield `Secret/${secretRef.name}`;
        }
        for (const { valueFrom } of env) {
          if (valueFrom?.secretKeyRef) yield `Secret/${valueFrom.secretKeyRef.name}`;
        }
      }
      for (const volume of spec.volumes ?? []) if (volume.configMap) yield `ConfigMap/${volume.configMap.name}`;
    }
    if (resource.kind === 'Ingress') {
      for (const { http } of resource.spec.rules) {
        for (const { backend } of http.paths) yield `Service/${backend.service.name}`;
      }
      for (const { secretName } of resource.spec.tls) yield `Secret/${secretName}`;
    }
    if (resource.apiVersion.startsWith('postgresql.cnpg.io') && resource.kind === 'Cluster') {
      yield `Secret/${resource.spec.bootstrap.initdb.secret.name}`;
      for (const role of resource.spec.managed.roles) yield `Secret/${role.passwordSecret.name}`;
    }
    if (resource.kind === 'Keycloak') yield `Secret/${resource.spec.db.passwordSecret.name}`;
    if (resource.kind === 'ObjectStore') yield `Secret/${resource.spec.configuration.s3Credentials.accessKeyId.name}`;
  }
}
