import { availableParallelism } from 'node:os';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chromiumArgs, findChromium } from './scripts/chromium.mjs';
import { chunkGroups } from './scripts/chunks.mjs';

const executablePath = findChromium();

export default defineConfig({
  plugins: [react()],
  // All dependencies are found before the first browser test, which would else be reloaded half-way.
  optimizeDeps: { entries: ['index.html', 'tests/**/*.browser.test.tsx'] },
  build: {
    outDir: 'dist/public',
    emptyOutDir: true,
    manifest: true,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      output: { codeSplitting: { groups: chunkGroups } },
    },
  },
  // Workers load the writer of a format when it is wanted.
  worker: { format: 'es' },
  server: {
    proxy: {
      '/api': 'http://localhost:3000',
      '/sync': { target: 'ws://localhost:3000', ws: true },
      '/live': { target: 'ws://localhost:3000', ws: true },
    },
  },
  test: {
    reporters: ['default', './tests/support/countReporter.ts'],
    // Half of the time of most tests is waiting: one more at a time than Vitest takes by itself on two cores.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/**/*.browser.test.*', 'tests/e2e/**'],
          environment: 'node',
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        extends: true,
        // Found only while a test runs, they would make Vite reload the page under it.
        optimizeDeps: {
          include: [
            '@mantine/dates',
            'bpmn-js/lib/NavigatedViewer',
            'bpmn-moddle',
            'dayjs/locale/id',
            'exceljs',
            'fflate',
            'pdfkit',
          ],
        },
        test: {
          name: 'browser',
          include: ['tests/**/*.browser.test.tsx'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { ...(executablePath && { executablePath }), args: chromiumArgs },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: ['tests/e2e/support/globalSetup.ts'],
          environment: 'node',
          testTimeout: 90_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
