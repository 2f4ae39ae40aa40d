// Browser tests: Debian's Chromium against dist/, served with the headers of production by a server of our own, or by the one at
// JIHENG_URL (scripts/hosts.sh).
import { defineConfig } from '@playwright/test';

const PORT = process.env.JIHENG_PORT ?? 8081;
const own = `http://127.0.0.1:${PORT}/`;
const given = process.env.JIHENG_URL;

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.mjs',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  workers: 2,
  timeout: 60_000,
  reporter: 'list',
  use: {
    baseURL: given ?? own,
    locale: 'zh-CN',
    serviceWorkers: 'block', // each test sees what the server has; offline.spec.mjs lets them in
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
        '--disable-background-networking', '--disable-component-update', '--disable-sync',
      ],
    },
  },
  webServer: given ? undefined : { command: `node tests/e2e/server.mjs dist ${PORT}`, url: own },
});
