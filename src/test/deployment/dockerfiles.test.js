// src/main/docker: judged by dockerlinter (the rules of hadolint, kept up in JavaScript), and by what it does not know.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, test } from 'node:test';
import { DockerfileParser } from 'dockerfile-ast';
import { inCheckout, text } from './places.js';

const LINTER = path.join(import.meta.dirname, 'node_modules/dockerlinter/bin/dockerfilelinter.js');
/** A pinned version of a distribution's package is gone from its mirrors with the next security fix. */
const IGNORED = 'ER0012';

const shell = spawnSync('shellcheck', ['--version']).status === 0 ? 'sh' : 'none';
const files = readdirSync(inCheckout('src/main/docker')).filter((name) => name.startsWith('Dockerfile.'));

for (const file of files) {
  describe(file, () => {
    const source = inCheckout('src/main/docker', file);
    const parsed = DockerfileParser.parse(text('src/main/docker', file));
    const last = parsed.getInstructions().findLastIndex((instruction) => instruction.getKeyword() === 'FROM');
    const finalStage = parsed.getInstructions().slice(last);

    test('the linter has nothing to say', () => {
      const folder = mkdtempSync(path.join(tmpdir(), 'janua-lint-'));
      const said = spawnSync(process.execPath, [LINTER, '-f', source, '-i', IGNORED, '-s', shell, '-j', '-e'], {
        encoding: 'utf8',
        // It leaves what shellcheck shall read where it was started, for a moment.
        cwd: folder,
      });
      rmSync(folder, { recursive: true });
      assert.equal(said.status, 0, said.stdout + said.stderr);
    });

    test('images that it is made of are pinned to a release', () => {
      for (const from of parsed.getFROMs()) {
        const image = from.getImage();
        if (image.startsWith('$')) continue;
        assert.ok(
          parsed.getFROMs().some((stage) => stage.getBuildStage() === image),
          `${image} is no stage of it`,
        );
      }
      const images = parsed.getInitialARGs().map((arg) => arg.getProperty());
      assert.notEqual(images.length, 0);
      for (const image of images) assert.match(image.getValue(), /:\d+\.\d+[\w.-]*$/, image.getName());
    });

    test('it does not run as root, and nothing is executed by a shell between it and its signals', () => {
      const users = parsed.getInstructions().filter((instruction) => instruction.getKeyword() === 'USER');
      assert.match(users.at(-1).getArgumentsContent(), /^[1-9]\d*(:\d+)?$/);
      assert.ok(parsed.getENTRYPOINTs().at(-1).getJSONStrings().length > 0, 'ENTRYPOINT is a JSON array');
    });

    test('no secret is baked in', () => {
      for (const instruction of parsed.getInstructions()) {
        assert.doesNotMatch(instruction.getTextContent(), /(PASSWORD|SECRET|TOKEN|MASTER_KEY)\s*=/i);
      }
    });

    if (file !== 'Dockerfile.keycloak') {
      test('it says what it is', () => {
        const labels = finalStage.filter((instruction) => instruction.getKeyword() === 'LABEL');
        const names = labels.flatMap((label) => label.getProperties().map((property) => property.getName()));
        for (const name of ['title', 'licenses', 'source', 'version', 'revision']) {
          assert.ok(names.includes(`org.opencontainers.image.${name}`), name);
        }
      });
    }
  });
}

test('Keycloak is of the same version everywhere', () => {
  const version = /^KEYCLOAK_VERSION=(.*)$/m.exec(text('src/main/shell/settings.sh'))[1];
  assert.match(text('src/main/docker/Dockerfile.keycloak'), new RegExp(`^ARG KEYCLOAK=.*:${version}$`, 'm'));
  assert.match(text('compose.yaml'), new RegExp(`image: janua-keycloak:${version}$`, 'm'));
});

test('the JVM of an image runs as elsewhere, but for its heap', () => {
  const here = text('src/main/docker/java.options')
    .split('\n')
    .filter((line) => line.startsWith('-'));
  const elsewhere = /JANUA_JAVA_OPTS:-([^}]*)\}/.exec(text('src/main/shell/settings.sh'))[1].split(/[\s\\]+/);
  const heap = /^-X(ms|mx)|RAMPercentage=|ExitOnOutOfMemoryError/;
  assert.deepEqual(
    here.filter((option) => !heap.test(option)).sort(),
    elsewhere.filter((option) => !heap.test(option)).sort(),
  );
});
