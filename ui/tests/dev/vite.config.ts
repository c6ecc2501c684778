import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Builds and serves the pages with the development host, under the content rules of the shell. */
export default defineConfig({
  root: here('.'),
  base: './',
  plugins: [svelte({ configFile: here('../../svelte.config.js') })],
  clearScreen: false,
  build: {
    sourcemap: true,
    outDir: here('../../test-results/dev'),
    emptyOutDir: true,
    target: 'safari16',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { port: 5199, strictPort: true, host: '127.0.0.1', fs: { allow: [here('../../..')] } },
  preview: {
    port: 5199,
    strictPort: true,
    host: '127.0.0.1',
    headers: { 'content-security-policy': "default-src 'self'; style-src 'self'" },
  },
});
