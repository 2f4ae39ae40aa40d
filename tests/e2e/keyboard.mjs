// Works the page by keyboard alone, and watches the focus at every step: it is shown, not hidden, and never lost.
import { expect } from './fixtures.mjs';

/** In the page: what is wrong with the focus now, where it is, and whether that is `target`. */
async function inspect(target) {
  const signature = (element) => {
    const parts = [];
    for (let node = element, depth = 0; node && depth < 3; node = node.parentElement, depth += 1) {
      const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(node);
      parts.push(`${outlineStyle} ${outlineWidth} ${outlineColor} ${boxShadow}`);
    }
    return parts.join(' | ');
  };
  const nameOf = (element) => {
    const row = element.closest('[role=group], section')?.getAttribute('aria-labelledby');
    const label = element.labels?.[0] ?? element;
    const text = (element.getAttribute('aria-label') || label.innerText || element.id || '').trim().split('\n')[0];
    return `${element.tagName.toLowerCase()} “${text}”${row ? ` in ${row}` : ''}`;
  };
  /** What is seen of a control: a file input is drawn by its label. */
  const shownBy = (element) => (element.type === 'file' ? (element.labels[0] ?? element) : element);
  const hiddenBy = (control) => {
    const element = shownBy(control);
    const rect = element.getClientRects()[0];
    if (!rect || rect.width === 0 || rect.height === 0) return 'is not drawn';
    // Of a field with several lines Chromium brings the caret into view, not the whole box.
    const bottom = element.tagName === 'TEXTAREA' ? Math.min(rect.bottom, rect.top + 24) : rect.bottom;
    const outside = rect.top < -1 || rect.left < -1 || bottom > innerHeight + 1 || rect.right > innerWidth + 1;
    if (outside && rect.height < innerHeight) return `reaches out of the window (${rect.top.toFixed()} to ${rect.bottom.toFixed()})`;
    const hit = document.elementFromPoint(rect.left + rect.width / 2, Math.min((rect.top + bottom) / 2, innerHeight - 1));
    if (element.contains(hit) || hit?.closest('label')?.control === element) return '';
    return `is hidden by ${hit ? `${hit.tagName.toLowerCase()}.${hit.getAttribute('class')}` : 'nothing that can be hit'}`;
  };

  const found = [];
  const element = document.activeElement;
  const before = window.focusBefore;
  if (before?.element.isConnected && before.element !== element && signature(shownBy(before.element)) === before.signature) {
    found.push(`${before.name} looks the same without the focus`);
  }
  if (!element || element === document.body) {
    window.focusBefore = undefined;
    return { found, name: 'nothing', lost: true, reached: false };
  }
  const name = nameOf(element);
  if (element.tabIndex < 0) { // a place that the page moves to, no control
    window.focusBefore = undefined;
    return { found, name, lost: false, reached: element === target };
  }
  let fault = hiddenBy(element);
  for (let frame = 0; fault && frame < 40; frame += 1) { // scrolling may still be under way
    await new Promise(requestAnimationFrame);
    fault = hiddenBy(element);
  }
  if (fault) found.push(`${name} ${fault}`);
  window.focusBefore = { element, name, signature: signature(shownBy(element)) };
  return { found, name, lost: false, reached: element === target };
}

export class Keyboard {
  /** What was wrong with the focus so far. */
  faults = [];

  constructor(page) {
    this.page = page;
  }

  /** Looks where the focus is: { name, lost, reached }. */
  async look(target = null) {
    const { found, ...now } = await this.page.evaluate(inspect, target);
    this.faults.push(...found.filter((fault) => !this.faults.includes(fault)));
    return now;
  }

  /** Presses Tab (or Shift+Tab) until the focus is on the one element of `locator`. */
  async go(locator, key = 'Tab', most = 400) {
    const target = await locator.elementHandle();
    for (let count = 0; count < most; count += 1) {
      if ((await this.look(target)).reached) return;
      await this.page.keyboard.press(key);
    }
    throw new Error(`${key} does not reach ${locator}`);
  }

  /** Goes to a text field and types; a field that is tabbed into has its text selected, so that it is replaced. */
  async type(locator, text) {
    await this.go(locator);
    await this.page.keyboard.type(text);
  }

  /** Goes to a control and presses a key on it; the focus must not vanish with that. */
  async press(locator, key = 'Space') {
    await this.go(locator);
    await this.strike(key, `${key} on ${locator}`);
  }

  /** Presses a key where the focus is. */
  async strike(key, what = key) {
    await this.page.keyboard.press(key);
    if ((await this.look()).lost) this.faults.push(`the focus is lost after ${what}`);
  }

  /** The focus was always shown, never hidden and never lost. */
  expectNoFaults() {
    expect(this.faults).toEqual([]);
  }
}
