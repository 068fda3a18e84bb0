import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { announced } from './announce.mts';
import { compressed } from './compress.mts';

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: folder('.'),
  plugins: [announced('charts'), compressed()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: folder('../../artifacts/console'),
    emptyOutDir: true,
    target: 'es2022',
    // The policy of the console allows data: for images only; small files of other kinds stay files.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // What pages share comes with the first script: small files one by one would wait for each other.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'kit', test: /console\/src\/(ui|api|styles)\/(?!charts\.ts)/ }] } } },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1000,
  },
  // A console under development asks the local host that ./run serves.
  server: { proxy: { '/api': 'http://127.0.0.1:7071' } },
  // A busy machine is slow, not wrong.
  test: { include: ['tests/**/*.test.ts'], environment: 'node', testTimeout: 60_000 },
});
