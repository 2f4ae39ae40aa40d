// How the browser tests find things on the tab 核验, and bring tables to it.
import { readFile } from 'node:fs/promises';
import { expect } from './fixtures.mjs';

/** The fixtures that LibreOffice made: tests/published/make.py. */
export const fixture = (name) => readFile(new URL(`../published/${name}`, import.meta.url), 'utf8');

/** What is said to be wrong with what came in. */
export const flaw = (page) => page.locator('.audit__flaw');
export const field = (page) => page.getByRole('textbox', { name: /^(评分表|再加一张表)/ });
export const verdict = (page) => page.locator('#audit-verdict');
export const findings = (page) => page.getByRole('region', { name: '发现的问题' }).getByRole('listitem');
/** A table as it was published, with its marks. */
export const marked = (page, name) => page.getByRole('region', { name: new RegExp(`^标注后的表：.*${name}`) });
/** The card of a table, with its total. */
export const card = (page, name) => page.getByRole('region', { name: new RegExp(`^《${name}》$`) });
export const letter = (page) => page.getByRole('region', { name: '核验意见' });
export const reading = (page, name) => page.locator('details.audit__reading').filter({ hasText: name });

export async function openAudit(page) {
  await page.goto('#/audit');
  // The module of the tab is fetched and compiled first.
  await expect(field(page)).toBeVisible({ timeout: 20_000 });
}

/** Pastes as the keyboard does, from the system's clipboard. */
export async function paste(page, { html = '', text = '' }, into = field(page)) {
  const active = await into.elementHandle();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  // From another program: a page that writes HTML runs it past its own policy.
  const other = await page.context().newPage();
  await other.route('**/other', (route) => route.fulfill({ contentType: 'text/html', body: '<!DOCTYPE html><title>other</title>' }));
  await other.goto('other');
  await other.evaluate(async ([html, text]) => {
    const parts = { 'text/plain': new Blob([text], { type: 'text/plain' }) };
    if (html) parts['text/html'] = new Blob([html], { type: 'text/html' });
    await navigator.clipboard.write([new ClipboardItem(parts)]);
  }, [html, text]);
  await other.close();
  await page.bringToFront();
  await active.focus();
  await page.keyboard.press('ControlOrMeta+V');
}

/** Chooses a file, given as its text or bytes. */
export const choose = (page, name, content) =>
  page.locator('#audit-file').setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) });

/** What is found, in the order of the screen: place and sentence. */
export async function told(page) {
  const texts = await findings(page).allInnerTexts();
  return texts.map((text) => text.split('\n').map((line) => line.trim()).filter(Boolean));
}
