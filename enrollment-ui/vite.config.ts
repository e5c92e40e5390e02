import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Beside each script and style sheet its compressed self, as ConsolePages hands it out: a fifth smaller than by gzip. */
function compressed(): Plugin {
  return {
    name: 'compressed',
    apply: 'build',
    async writeBundle({ dir }, bundle) {
      const files = Object.keys(bundle).filter((name) => /\.(js|css)$/.test(name));
      await Promise.all(
        files.map(async (name) =>
          writeFile(`${dir}/${name}.br`, await promisify(brotliCompress)(await readFile(`${dir}/${name}`))),
        ),
      );
    },
  };
}

export default defineConfig({
  plugins: [react(), compressed()],
  resolve: { alias: { '@': here('./src') } },
  build: {
    rolldownOptions: {
      input: { index: here('./index.html'), 'signed-in': here('./signed-in.html') },
      // What many pages share comes as one file: dozens of small ones compress worse, and each has its headers.
      output: { codeSplitting: { groups: [{ name: 'shared', minShareCount: 5 }] } },
    },
    // The service allows scripts and pictures of its own only, so nothing may become a data: address.
    assetsInlineLimit: 0,
  },
  server: { proxy: { '/v1': process.env.JANUA_API ?? 'http://127.0.0.1:8080' } },
  test: { environment: 'happy-dom', include: ['src/**/*.test.{ts,tsx}'], testTimeout: 30_000 },
});
