// compose.yaml as Compose reads it, and the Caddyfile as Caddy does.

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { describe, test } from 'node:test';
import { parsed } from './manifests.js';
import { inCheckout, text, without } from './places.js';

const noCompose = without('JANUA_TEST_COMPOSE', 'no Compose 2.20 or newer is to be had');
const noCaddy = without('JANUA_TEST_CADDY', 'no Caddy is to be had');

const COMPOSE_SETTINGS = { JANUA_HOST: 'faces.example.org', JANUA_DB_ADMIN_PASSWORD: 'a' };
/** Not with the settings of an installation in this checkout. */
const reading = (file) => ['--env-file', '/dev/null', '--file', inCheckout(file), 'config'];
const compose = (file, ...args) =>
  execFileSync(process.env.JANUA_TEST_COMPOSE, [...reading(file), ...args], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...COMPOSE_SETTINGS },
  });

describe('compose.yaml', { skip: noCompose }, () => {
  const { services, networks } = noCompose ? { services: {}, networks: {} } : parsed(compose('compose.yaml'))[0];
  const each = (judge) => Object.entries(services).forEach(([name, service]) => judge(service, name));

  test('asks for the name of the host', () => {
    const said = spawnSync(process.env.JANUA_TEST_COMPOSE, reading('compose.yaml'), {
      encoding: 'utf8',
      env: { PATH: process.env.PATH, HOME: process.env.HOME },
    });
    assert.notEqual(said.status, 0);
    assert.match(said.stderr, /JANUA_HOST/);
  });

  test('publishes the proxy and nothing else', () => {
    each((service, name) => assert.equal(Boolean(service.ports), name === 'proxy', name));
    const outside = Object.keys(networks).filter((name) => !networks[name].internal);
    assert.deepEqual(outside, ['outside']);
    for (const name of ['postgres', 'keycloak', 'migrate']) {
      assert.ok(!('outside' in services[name].networks), name);
    }
  });

  test('believes what is said of a caller by those alone who are beside the proxy', () => {
    const [{ subnet }] = networks.front.ipam.config;
    assert.equal(services.janua.environment.QUARKUS_HTTP_PROXY_TRUSTED_PROXIES, subnet);
    // It shares a second network with the proxy, so its own name has two addresses.
    assert.deepEqual(services.janua.networks.front.aliases, ['janua.front']);
    assert.match(text('src/main/docker/compose/Caddyfile'), /reverse_proxy janua\.front:8080 /);
    const beside = Object.keys(services).filter((name) => 'front' in (services[name].networks ?? {}));
    assert.deepEqual(beside.sort(), ['janua', 'keycloak', 'proxy']);
  });

  test('gives no container more than it needs', () => {
    each((service, name) => {
      assert.equal(service.read_only, true, name);
      assert.deepEqual(service.cap_drop, ['ALL'], name);
      assert.deepEqual(service.cap_add ?? [], name === 'proxy' ? ['NET_BIND_SERVICE'] : [], name);
      assert.deepEqual(service.security_opt, ['no-new-privileges:true'], name);
      assert.equal(service.privileged ?? false, false, name);
      const { limits } = service.deploy.resources;
      assert.ok(limits.memory && limits.cpus && limits.pids, name);
    });
  });

  test('looks after what stays', () => {
    each((service, name) => {
      const ends = ['migrate', 'models'].includes(name);
      assert.equal(service.restart, ends ? 'on-failure' : 'unless-stopped', name);
      assert.equal(Boolean(service.healthcheck), !ends, name);
    });
    assert.equal(services.janua.depends_on.migrate.condition, 'service_completed_successfully');
    assert.equal(services.janua.depends_on.models.condition, 'service_completed_successfully');
  });

  test('hands secrets out as files, each to whom it concerns', () => {
    each((service, name) => {
      for (const [variable, value] of Object.entries(service.environment ?? {})) {
        const secret = /PASSWORD|KEY|SECRET|TOKEN/.test(variable) && !variable.endsWith('_FILE');
        assert.ok(!secret || value === 'none', `${name}: ${variable}`);
      }
    });
    const readers = (secret) =>
      Object.keys(services).filter((name) => (services[name].secrets ?? []).some((one) => one.source === secret));
    assert.deepEqual(readers('master-key'), ['janua']);
    assert.deepEqual(readers('db-owner-password').sort(), ['migrate', 'postgres']);
    assert.deepEqual(readers('db-admin-password'), ['postgres']);
  });

  test('keeps pictures under way in memory', () => {
    assert.match(services.janua.tmpfs[0], /^\/tmp:.*noexec/);
    assert.deepEqual(
      services.janua.volumes.filter((volume) => !volume.read_only),
      [],
    );
  });

  test('pins images to a release', () => {
    each(({ image, build }, name) => {
      if (!build && image !== 'janua:latest') assert.match(image, /:\d+\.\d+[\w.-]*(@sha256:\w+)?$/, name);
    });
  });
});

test('the database for ./janua up is valid, too', { skip: noCompose }, () => {
  compose('src/main/docker/database.compose.yaml', '--quiet');
});

test('Caddy takes its Caddyfile', { skip: noCaddy }, () => {
  const said = spawnSync(
    process.env.JANUA_TEST_CADDY,
    ['adapt', '--validate', '--adapter', 'caddyfile', '--config', inCheckout('src/main/docker/compose/Caddyfile')],
    { encoding: 'utf8', env: { ...process.env, JANUA_HOST: 'faces.example.org' } },
  );
  assert.equal(said.status, 0, said.stderr);
  const config = said.stdout;
  assert.match(config, /keycloak:8080/);
  // Administration of Keycloak: 404 before anything is asked of it.
  assert.match(config, /\/auth\/\*/);
});

test('only what the world needs of Keycloak is passed on', () => {
  const signIn = /@sign-in path (.*)/.exec(text('src/main/docker/compose/Caddyfile'))[1];
  assert.equal(signIn, '/auth/realms/janua/* /auth/resources/*');
});
