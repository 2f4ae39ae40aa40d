// Browser tests: Debian's Chromium against dist/, served with the headers of production.
import { defineConfig } from '@playwright/test';

const PORT = Number(process.env.JIHENG_PORT ?? 8081);

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.mjs',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  workers: 2,
  timeout: 60_000,
  reporter: 'list',
  use: {
    baseURL: `http://127.0.0.1:${PORT}/`,
    locale: 'zh-CN',
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
        '--disable-background-networking', '--disable-component-update', '--disable-sync',
      ],
    },
  },
  webServer: {
    command: `node tests/e2e/server.mjs dist ${PORT}`,
    url: `http://127.0.0.1:${PORT}/`,
  },
});
