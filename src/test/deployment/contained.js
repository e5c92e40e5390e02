import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DockerfileParser } from 'dockerfile-ast';
import { inCheckout, text } from './places.js';

/** Why nothing can be contained here; empty where it can. */
export function reasonWhyNot() {
  if (process.platform !== 'linux' || process.getuid() !== 0)
    return 'only root can contain a process without an engine';
  if (!process.env.JANUA_TEST_EMPTY_DB_URL) return 'it needs the throwaway database of ./janua test';
  const tried = spawnSync('unshare', ['--mount', 'setpriv', '--bounding-set=-all', 'mount', '--version']);
  return tried.status === 0 ? '' : 'this machine lets nobody have mounts of their own (unshare)';
}

/** What the image's Dockerfile says of how it is run. */
export function instructions() {
  const parsed = DockerfileParser.parse(text('src/main/docker/Dockerfile.jvm'));
  const environment = Object.fromEntries(
    parsed.getENVs().flatMap((env) => env.getProperties().map((set) => [set.getName(), set.getValue()])),
  );
  const entrypoint = parsed
    .getENTRYPOINTs()[0]
    .getJSONStrings()
    .map((string) => JSON.parse(string.getValue()));
  return { environment, entrypoint };
}

/** Secrets as a platform mounts them: root's, readable by its group. */
export function secretFiles(secrets) {
  const folder = mkdtempSync(path.join(tmpdir(), 'janua-secrets-'));
  for (const [name, value] of Object.entries(secrets)) {
    writeFileSync(path.join(folder, name), value, { mode: 0o440 });
  }
  spawnSync('chmod', ['711', folder]);
  return folder;
}

/** What runs where the default pack cannot be had is for whoever runs these tests to say. */
const FALLBACK = { JANUA_MODEL_FALLBACK: process.env.JANUA_MODEL_FALLBACK ?? 'none' };

/** The image's program with these arguments; what it says is kept in `said`. */
export function contained(args, settings, secrets) {
  const { environment, entrypoint } = instructions();
  const child = spawn(
    'unshare',
    [
      '--mount',
      inCheckout('src/test/deployment/contained.sh'),
      inCheckout('target/image/app'),
      process.env.JANUA_TEST_JAVA_HOME,
      inCheckout('target/image/models'),
      secrets,
      ...entrypoint,
      ...args,
    ],
    { env: { PATH: process.env.PATH, ...environment, ...FALLBACK, ...settings }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  child.said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (child.said += chunk));
  child.ended = new Promise((resolve) => child.on('close', (code, signal) => resolve(code ?? signal)));
  return child;
}

/** What /proc tells of a process, by the names it has there. */
export function status(pid) {
  return Object.fromEntries(
    readFileSync(`/proc/${pid}/status`, 'utf8')
      .split('\n')
      .map((line) => line.split(/:\s+/, 2)),
  );
}

/** A process's own root folder, seen from here. */
export function rootOf(process) {
  return `/proc/${process.pid}/root`;
}

/** Where a process could write: its mounts that are not read-only, those of the kernel left out. */
export function writableMounts(pid) {
  return readFileSync(`/proc/${pid}/mountinfo`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(' '))
    .filter((mount) => mount[5].split(',').includes('rw'))
    .map((mount) => mount[4])
    .filter((place) => !/^\/(proc|dev|sys)(\/|$)/.test(place));
}

export async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** The places on which the contained file systems were mounted; the mounts ended with their processes. */
export function forgetPlaces() {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith('janua-contained-'))) {
    try {
      rmdirSync(path.join(tmpdir(), name));
    } catch (error) {
      if (error.code !== 'EBUSY' && error.code !== 'ENOTEMPTY') throw error;
    }
  }
}
