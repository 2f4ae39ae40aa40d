// The browsers of the matrix behind one face: version, goto, evaluate, click, type, paper (the text of what is printed), printing
// (how that was seen), troubles (errors of the page and its console), falseAlarm (a report of a violation that is none), close.
import { execFileSync } from 'node:child_process';
import { chromium } from '@playwright/test';
import { Browser, Builder } from 'selenium-webdriver';
import logInspectorOf from 'selenium-webdriver/bidi/logInspector.js';
import * as firefox from 'selenium-webdriver/firefox.js';
import { findFreePort } from 'selenium-webdriver/net/portprober.js';
import { DriverService } from 'selenium-webdriver/remote/index.js';
import config from '../../playwright.config.mjs';
import { launchOldKernel } from '../e2e/old-kernel.mjs';

const SIZE = { width: 1280, height: 800 };

/** The text of a PDF. */
const textOf = (pdf) => execFileSync('pdftotext', ['-', '-'], { input: pdf, encoding: 'utf8' });

async function oldChromium(version) {
  const kernel = await launchOldKernel(version, SIZE);
  return {
    version: /Chrome\/([\d.]+)/.exec(await kernel.evaluate('navigator.userAgent'))[1],
    goto: kernel.goto,
    evaluate: kernel.evaluate,
    click: kernel.click,
    type: kernel.type,
    printing: 'pdf',
    paper: async () => textOf(await kernel.pdf()),
    troubles: async () => kernel.troubles,
    // Before 91 Chromium reports, as if it were stopped, every WebAssembly that 'unsafe-eval' lets run.
    falseAlarm: (report) => version < 91 && report['blocked-uri'] === 'eval',
    close: kernel.close,
  };
}

async function debianChromium() {
  const browser = await chromium.launch(config.use.launchOptions);
  const page = await browser.newPage({ locale: config.use.locale, viewport: SIZE });
  const troubles = [];
  page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()));
  page.on('pageerror', (error) => troubles.push(String(error)));
  return {
    version: browser.version(),
    goto: (url) => page.goto(url),
    evaluate: (expression) => page.evaluate(expression),
    click: async (expression) => (await page.evaluateHandle(expression)).asElement().click(),
    type: (text) => page.keyboard.type(text),
    printing: 'pdf',
    paper: async () => textOf(await page.pdf({ preferCSSPageSize: true })),
    troubles: async () => troubles,
    close: () => browser.close(),
  };
}

/** What is the same for every browser that is driven by WebDriver. */
async function driven(driver) {
  await driver.manage().window().setRect(SIZE);
  return {
    version: (await driver.getCapabilities()).get('browserVersion'),
    goto: (url) => driver.get(url),
    evaluate: (expression) => driver.executeScript(`return ${expression}`),
    click: async (expression) => (await driver.executeScript(`return ${expression}`)).click(),
    type: async (text) => (await driver.switchTo().activeElement()).sendKeys(text),
  };
}

async function firefoxEsr() {
  const options = new firefox.Options()
    .addArguments('-headless')
    .setBinary('/usr/bin/firefox-esr')
    .setPreference('intl.accept_languages', 'zh-CN')
    .enableBidi();
  const driver = await new Builder()
    .forBrowser(Browser.FIREFOX)
    .setFirefoxOptions(options)
    .setFirefoxService(new firefox.ServiceBuilder('geckodriver'))
    .build();
  const troubles = [];
  const log = await logInspectorOf(driver);
  await log.onLog(({ level, text }) => level === 'error' && troubles.push(text));
  return {
    ...(await driven(driver)),
    printing: 'pdf',
    paper: async () => textOf(Buffer.from(await driver.printPage({}), 'base64')),
    troubles: async () => troubles,
    close: () => driver.quit(),
  };
}

/** In the page: what would be on the paper. Its print styles are put on the screen for a moment. */
function onPaper() {
  const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
  const printed = rules.filter((rule) => rule.media && rule.media.mediaText === 'print');
  const show = (media) => printed.forEach((rule) => (rule.media.mediaText = media));
  dispatchEvent(new Event('beforeprint'));
  show('all');
  const text = document.body.innerText;
  show('print');
  dispatchEvent(new Event('afterprint'));
  return text;
}

/** In the page: keeps what goes wrong from now on. */
function watch() {
  const troubles = (window.troubles = []);
  const say = console.error;
  console.error = (...all) => {
    troubles.push(all.join(' '));
    say(...all);
  };
  addEventListener('error', (event) => troubles.push(event.message || `not loaded: ${event.target.src || event.target.href}`), true);
  addEventListener('unhandledrejection', (event) => troubles.push(String(event.reason)));
}

async function webKitGtk() {
  const port = await findFreePort();
  const service = new DriverService('/usr/bin/WebKitWebDriver', { port, loopback: true, args: [`--port=${port}`] });
  const driver = await new Builder()
    .usingServer(await service.start())
    .withCapabilities({ browserName: 'MiniBrowser' })
    .build();
  const before = []; // troubles of the pages before this one
  const troubles = () => driver.executeScript('return window.troubles || []');
  return {
    ...(await driven(driver)),
    // Its WebDriver tells no log and its console is silent under automation, so the page is watched from within, once it has loaded.
    // What goes wrong before that leaves a page that has not started.
    async goto(url) {
      before.push(...(await troubles()));
      await driver.get(url);
      await driver.executeScript(watch);
    },
    troubles: async () => [...before, ...(await troubles())],
    printing: 'onScreen', // nor has it a command to print
    paper: () => driver.executeScript(onPaper),
    async close() {
      await driver.quit();
      await service.kill();
    },
  };
}

export const BROWSERS = [
  ...[83, 88, 90, 92].map((version) => ({ name: `Chromium ${version}`, launch: () => oldChromium(version) })),
  { name: 'Chromium (Debian)', launch: debianChromium },
  { name: 'Firefox ESR (Debian)', launch: firefoxEsr },
  { name: 'WebKitGTK (Debian)', launch: webKitGtk },
];
