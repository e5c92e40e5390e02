// What ./janua image lays out, run as the image would be: another user, nothing to write but /tmp.

import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { after, before, describe, test } from 'node:test';
import { contained, forgetPlaces, freePort, reasonWhyNot, rootOf, secretFiles, status, writableMounts } from './contained.js';
import { inCheckout } from './places.js';

const START_LIMIT = 180_000;
const STOP_LIMIT = 45_000;
const LOG = inCheckout('target/image.log');
const KEY = `janua_${randomBytes(32).toString('base64url')}`;

const reason = reasonWhyNot();

describe('the image', { skip: reason ? `skipped: ${reason}` : false }, () => {
  let secrets;
  let service;
  let address;

  const database = () => ({
    JANUA_DB_URL: process.env.JANUA_TEST_EMPTY_DB_URL,
    JANUA_DB_USER: process.env.JANUA_TEST_DB_USER,
  });

  before(async () => {
    secrets = secretFiles({
      'master-key': randomBytes(32).toString('base64'),
      'bootstrap-key': KEY,
      'db-password': process.env.JANUA_TEST_DB_PASSWORD,
      'db-owner-password': process.env.JANUA_TEST_DB_OWNER_PASSWORD,
    });
    const [port, managementPort] = [await freePort(), await freePort()];
    address = { http: `http://127.0.0.1:${port}`, management: `http://127.0.0.1:${managementPort}` };
    service = () =>
      contained(
        [],
        {
          ...database(),
          JANUA_DB_PASSWORD_FILE: '/run/secrets/db-password',
          JANUA_BOOTSTRAP_KEY_FILE: '/run/secrets/bootstrap-key',
          JANUA_MASTER_KEY_FILE: '/run/secrets/master-key',
          JANUA_DB_OWNER_PASSWORD: 'none',
          QUARKUS_FLYWAY_MIGRATE_AT_START: 'false',
          JANUA_HTTP_HOST: '127.0.0.1',
          JANUA_HTTP_PORT: String(port),
          JANUA_MANAGEMENT_HOST: '127.0.0.1',
          JANUA_MANAGEMENT_PORT: String(managementPort),
        },
        secrets,
      );
  });

  after(async () => {
    if (service?.pid) {
      service.kill('SIGKILL');
      await service.ended;
      writeFileSync(LOG, service.said);
    }
    rmSync(secrets, { recursive: true });
    forgetPlaces();
  });

  test('migrates the database under its owner, and ends; under the other role it waits for that', async () => {
    const waiting = contained(
      ['migrate', '--wait'],
      { ...database(), JANUA_DB_PASSWORD_FILE: '/run/secrets/db-password' },
      secrets,
    );
    const migration = contained(
      ['migrate'],
      {
        ...database(),
        JANUA_DB_OWNER: process.env.JANUA_TEST_DB_OWNER,
        JANUA_DB_OWNER_PASSWORD_FILE: '/run/secrets/db-owner-password',
      },
      secrets,
    );
    assert.equal(await migration.ended, 0, migration.said);
    assert.match(migration.said, /The database is at version \d+; \d+ migrations were applied\./);
    assert.equal(await waiting.ended, 0, waiting.said);
  });

  test('finds its models, and needs no network for them', async () => {
    const models = contained(['models', 'fetch'], {}, secrets);
    assert.equal(await models.ended, 0, models.said);
    assert.match(models.said, /sha256 right/);
  });

  test('becomes ready', { timeout: START_LIMIT }, async () => {
    service = service();
    let ended = false;
    void service.ended.then(() => (ended = true));
    while (!(await answers(`${address.management}/q/health/ready`))) {
      assert.ok(!ended, `it ended while it started: ${LOG} says why`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    assert.ok(await answers(`${address.management}/q/health/started`), 'the startup probe');
    assert.ok(await answers(`${address.management}/q/health/live`), 'the other probes');
  });

  test('is nobody, in root’s group, without a capability or a way to one', () => {
    const { Uid, Gid, Groups, CapEff, CapBnd, NoNewPrivs } = status(service.pid);
    assert.match(Uid, /^10001\t10001\t10001\t10001$/);
    assert.match(Gid, /^0\t0\t0\t0$/);
    assert.equal(Groups.trim(), '');
    assert.match(CapEff, /^0+$/);
    assert.match(CapBnd, /^0+$/);
    assert.equal(NoNewPrivs, '1');
  });

  test('can write to /tmp, and nowhere else', () => {
    assert.deepEqual(writableMounts(service.pid), ['/tmp']);
  });

  test('enrols somebody and recognises them', async () => {
    const face = readFileSync(inCheckout('src/demo/ade-okoye/1.jpg'));
    const gallery = { name: 'image', policy: { consent: 'optional' } };
    assert.equal((await ask('POST', '/v1/galleries', 'application/json', JSON.stringify(gallery))).status, 201);
    assert.equal((await ask('PUT', '/v1/galleries/image/subjects/ade', 'application/json', '{}')).status, 201);
    assert.equal((await ask('POST', '/v1/galleries/image/subjects/ade/faces', 'image/jpeg', face)).status, 201);

    const another = readFileSync(inCheckout('src/demo/ade-okoye/2.jpg'));
    const answer = await ask('POST', '/v1/galleries/image/identify', 'image/jpeg', another);
    assert.equal((await answer.json()).outcome, 'identified');
  });

  test('leaves no picture in /tmp', () => {
    const folder = `${rootOf(service)}/tmp`;
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const jpegs = files.filter((file) => {
      const content = readFileSync(`${file.parentPath}/${file.name}`);
      return content.length > 2 && content.readUInt16BE(0) === 0xffd8;
    });
    assert.deepEqual(jpegs, []);
  });

  test('ends when it is asked to, and answers who asked before', { timeout: STOP_LIMIT }, async () => {
    const events = await fetch(`${address.http}/v1/events`, { headers: { 'X-API-Key': KEY } });
    assert.equal(events.status, 200);
    const face = readFileSync(inCheckout('src/demo/ade-okoye/2.jpg'));
    const slow = request(`${address.http}/v1/galleries/image/identify`, {
      method: 'POST',
      headers: { 'X-API-Key': KEY, 'Content-Type': 'image/jpeg', 'Content-Length': face.length },
    });
    const answered = new Promise((resolve, reject) => slow.on('response', resolve).on('error', reject));
    await new Promise((resolve) => slow.write(face.subarray(0, 1000), resolve));
    // Another request on another connection has been answered since: the slow one is known by now.
    assert.ok(await answers(`${address.management}/q/health/live`));

    service.kill('SIGTERM');
    // Not broken off: a broken body would be an error here.
    for await (const _ of events.body);
    slow.end(face.subarray(1000));

    assert.equal((await answered).statusCode, 200);
    assert.equal(await service.ended, 143);
  });

  test('never wanted to write anywhere else', () => {
    const complaints = service.said.split('\n').filter((line) => /read-only file system|denied|ERROR/i.test(line));
    assert.deepEqual(complaints, []);
  });

  function ask(method, path, type, body) {
    return fetch(address.http + path, { method, body, headers: { 'X-API-Key': KEY, 'Content-Type': type } });
  }

  async function answers(url) {
    try {
      return (await fetch(url)).status === 200;
    } catch {
      return false;
    }
  }
});
