// Runs a real old Chromium (from npm), or the current one, over the DevTools pipe:
// launchOldKernel(83) -> { goto, evaluate, until, another, troubles, close }.
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';

// 83 and 88 come with the test tools, 90 and 92 with those of `make matrix`.
const MODULES = ['../../node_modules/', '../matrix/node_modules/'].map((folder) => fileURLToPath(new URL(folder, import.meta.url)));

/** The browser of the other tests, which Playwright drives: here without Playwright. */
export const CURRENT = 'current';

/** Unpacks the browser once into node_modules/.cache and returns its path. */
function unpack(version) {
  if (version === CURRENT) return process.env.CHROMIUM ?? '/usr/bin/chromium';
  const modules = MODULES.find((folder) => existsSync(join(folder, `chromium-${version}`)));
  if (!modules) throw new Error(`Chromium ${version} is not installed: scripts/setup.sh test-tools matrix`);
  const binary = join(modules, '.cache', `chromium-${version}`, 'chromium');
  if (existsSync(binary)) return binary;
  mkdirSync(join(binary, '..'), { recursive: true });
  const part = `${binary}.${process.pid}`;
  writeFileSync(part, brotliDecompressSync(readFileSync(join(modules, `chromium-${version}`, 'bin/chromium.br'))));
  chmodSync(part, 0o755);
  renameSync(part, binary);
  return binary;
}

/** A DevTools client on the file descriptors 3 and 4 of the browser: JSON messages that end in a zero byte. */
class Pipe {
  #write;
  #next = 1;
  #waiting = new Map();
  #buffer = '';

  constructor(child, onEvent) {
    this.#write = child.stdio[3];
    child.stdio[4].setEncoding('utf8').on('data', (text) => {
      const messages = (this.#buffer + text).split('\0');
      this.#buffer = messages.pop();
      for (const { id, result, error, method, params } of messages.map((message) => JSON.parse(message))) {
        if (method) onEvent(method, params);
        const waiting = this.#waiting.get(id);
        this.#waiting.delete(id);
        if (error) waiting?.reject(new Error(error.message));
        else waiting?.resolve(result);
      }
    });
    child.on('exit', () => this.#waiting.forEach(({ reject }) => reject(new Error('the old kernel has ended'))));
  }

  send(method, params = {}, sessionId = undefined) {
    const id = this.#next++;
    this.#write.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
  }
}

function troubleOf(method, params) {
  if (method === 'Runtime.exceptionThrown') return params.exceptionDetails.exception?.description ?? params.exceptionDetails.text;
  if (method === 'Runtime.consoleAPICalled' && params.type === 'error') return params.args.map((arg) => arg.description ?? arg.value).join(' ');
  if (method === 'Log.entryAdded' && params.entry.level === 'error') return params.entry.text;
  return null;
}

/** A page: what can be done with it. */
async function newPage(pipe, size, troubles) {
  const { targetId } = await pipe.send('Target.createTarget', { url: 'about:blank', ...size });
  const { sessionId } = await pipe.send('Target.attachToTarget', { targetId, flatten: true });
  const send = (method, params) => pipe.send(method, params, sessionId);
  for (const domain of ['Page', 'Runtime', 'Log']) await send(`${domain}.enable`);
  const page = {
    goto: (url) => send('Page.navigate', { url }),
    reload: () => send('Page.reload'),
    /** Value of a JavaScript expression in the page. */
    async evaluate(expression) {
      const { result, exceptionDetails } = await send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value;
    },
    /** Waits until the expression is truthy and returns its value. */
    async until(expression, seconds = 20) {
      for (const end = Date.now() + seconds * 1000; Date.now() < end; ) {
        const value = await page.evaluate(expression).catch(() => false);
        if (value) return value;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      throw new Error(`not within ${seconds} s: ${expression}\n${troubles.join('\n')}`);
    },
    /** Presses and releases the mouse in the middle of the element that a JavaScript expression gives. */
    async click(expression) {
      const { x, y } = await page.evaluate(`{ const element = ${expression};
        element.scrollIntoView({ block: 'center' });
        const { left, top, width, height } = element.getBoundingClientRect();
        if (!width || !height) throw new Error('pressed, but not shown: ' + element.outerHTML.slice(0, 100));
        ({ x: left + width / 2, y: top + height / 2 }); }`);
      const button = { x, y, button: 'left', clickCount: 1 };
      for (const type of ['mousePressed', 'mouseReleased']) await send('Input.dispatchMouseEvent', { type, ...button });
    },
    /** Types text into the focused element. */
    type: (text) => send('Input.insertText', { text }),
    /** The page as it is printed: a PDF, as bytes. */
    pdf: async () => Buffer.from((await send('Page.printToPDF', { preferCSSPageSize: true })).data, 'base64'),
    /** A PNG of the page, as bytes. */
    screenshot: async () => Buffer.from((await send('Page.captureScreenshot')).data, 'base64'),
  };
  return page;
}

/** Starts the kernel with one page of `width` by `height` CSS pixels. */
export async function launchOldKernel(version, { width = 1280, height = 800 } = {}) {
  const profile = mkdtempSync(join(tmpdir(), 'jiheng-kernel-'));
  const child = spawn(
    unpack(version),
    [
      '--headless', '--no-sandbox', '--disable-gpu', '--no-zygote', '--disable-dev-shm-usage', '--no-first-run',
      '--disable-background-networking', '--disable-component-update', '--disable-sync', '--remote-debugging-pipe',
      `--user-data-dir=${profile}`, '--lang=zh-CN', '--accept-lang=zh-CN',
    ],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'], env: { ...process.env, LANGUAGE: 'zh_CN', LANG: 'zh_CN.UTF-8' } },
  );
  const troubles = [];
  const pipe = new Pipe(child, (method, params) => {
    const trouble = troubleOf(method, params);
    if (trouble) troubles.push(trouble);
  });
  // New windows have no size of their own in a current kernel.
  const size = version === CURRENT ? {} : { width, height };
  const kernel = {
    /** Errors of its pages and their consoles so far. */
    troubles,
    ...(await newPage(pipe, size, troubles)),
    /** Another page of the same browser. */
    another: () => newPage(pipe, size, troubles),
    async close() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      await pipe.send('Browser.close').catch(() => child.kill('SIGKILL'));
      await ended;
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
  return kernel;
}
