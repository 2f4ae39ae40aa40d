// Success criteria of WCAG 2.2 that axe cannot decide, each tried in the browser. docs/accessibility.json names which test holds which.
import { expect, test } from './fixtures.mjs';
import { field, openEmpty, openExample, row, tab } from './page.mjs';
import { openAudit } from './audit.mjs';

const INSURED = '城镇职工大额医疗保险参保人数';

const SCREENS = {
  start: (page) => page.goto(''),
  score: (page) => openExample(page, 'fukang'),
  rubric: (page) => openTab(page, '指标体系'),
  export: (page) => openTab(page, '导出'),
  'what-if': (page) => openTab(page, '推演'),
  audit: openAudit,
};

async function openTab(page, name) {
  await openExample(page, 'fukang');
  await tab(page, name).click();
  await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('正在取来').locator('visible=true')).toHaveCount(0);
}

/** Texts that are cut off by their own box, or reach out of the window; a table may scroll within its box. */
const cutOff = (page) =>
  page.evaluate(() => {
    const faults = [];
    if (document.scrollingElement.scrollWidth > innerWidth) faults.push(`scrolls sideways: ${document.scrollingElement.scrollWidth}`);
    for (const element of document.querySelectorAll('body *')) {
      if (!element.checkVisibility() || element.closest('.unseen, .skip, svg, input, textarea, select')) continue;
      const { overflowX, overflowY, textOverflow } = getComputedStyle(element);
      const hides = (overflow) => overflow === 'hidden' || overflow === 'clip';
      const wide = hides(overflowX) && element.scrollWidth > element.clientWidth + 1;
      const high = hides(overflowY) && element.scrollHeight > element.clientHeight + 1;
      if (wide || high || (textOverflow === 'ellipsis' && element.scrollWidth > element.clientWidth + 1)) faults.push(element.outerHTML.slice(0, 120));
    }
    return faults;
  });

/** Adds a rule as a user's own style sheet would. */
const addRule = (page, rule) =>
  page.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.insertRule(text);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }, rule);

for (const [screen, open] of Object.entries(SCREENS)) {
  for (const width of [1280, 320]) {
    test(`wider text spacing cuts nothing off on ${screen} at ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      await open(page);
      await addRule(page, '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }');
      await addRule(page, 'p { margin-bottom: 2em !important; }');
      expect(await cutOff(page)).toEqual([]);
    });
  }

  test(`text of twice the size cuts nothing off on ${screen}`, async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await open(page);
    await addRule(page, ':root { font-size: 200% !important; }');
    expect(await cutOff(page)).toEqual([]);
  });

  test(`no image, sound or moving picture is needed on ${screen}, and nothing moves by itself`, async ({ page }) => {
    await open(page);
    await expect(page.locator('img, picture, video, audio, canvas, object, embed, marquee')).toHaveCount(0);
    const moving = () => document.getAnimations().filter((animation) => animation.effect.getComputedTiming().endTime > 5000).length;
    expect(await page.evaluate(moving)).toBe(0);
  });

  test(`what a control says on ${screen} is part of its name`, async ({ page }) => {
    await open(page);
    const apart = await page.evaluate(() => {
      const plain = (text) => text.replace(/\s+/g, '').toLowerCase();
      return [...document.querySelectorAll('button[aria-label], a[aria-label], summary[aria-label]')]
        .filter((control) => control.checkVisibility() && !plain(control.getAttribute('aria-label')).includes(plain(control.innerText)))
        .map((control) => `${control.innerText} / ${control.getAttribute('aria-label')}`);
    });
    expect(apart).toEqual([]);
  });
}

for (const colorScheme of ['light', 'dark']) {
  test(`the edges of fields and of the focus stand out three to one, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await openExample(page, 'fukang');
    await field(page, INSURED, '实际完成值').focus();
    const faint = await page.evaluate(() => {
      const parse = (colour) => colour.match(/[\d.]+/g).map(Number);
      const light = (colour) => {
        const [r, g, b] = parse(colour).map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const contrast = (one, other) => {
        const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
        return (high + 0.05) / (low + 0.05);
      };
      const behind = (element) => {
        for (let node = element.parentElement; node; node = node.parentElement) {
          const { backgroundColor } = getComputedStyle(node);
          const [, , , alpha = 1] = parse(backgroundColor);
          if (alpha === 1) return backgroundColor;
        }
        return 'rgb(255, 255, 255)';
      };
      const faults = [];
      for (const element of document.querySelectorAll('input[type=text], textarea, select')) {
        const { borderTopColor } = getComputedStyle(element);
        if (element.checkVisibility() && contrast(borderTopColor, behind(element)) < 3) faults.push(element.outerHTML.slice(0, 120));
      }
      const { outlineColor, boxShadow } = getComputedStyle(document.activeElement);
      const ring = [outlineColor, boxShadow.replace(/\).*/, ')')];
      if (!ring.some((colour) => contrast(colour, behind(document.activeElement)) >= 3)) faults.push(`focus ${ring}`);
      return faults;
    });
    expect(faint).toEqual([]);
  });
}

for (const [width, height] of [[360, 740], [740, 360]]) {
  test(`a figure is typed and its total seen at ${width} by ${height}, upright or lying`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await openExample(page, 'fukang');
    await field(page, INSURED, '实际完成值').fill('304370');
    await expect(page.locator('.scorebar')).toContainText('94.02');
    await expect(page.locator('.scorebar')).toBeInViewport();
    await expect(field(page, INSURED, '实际完成值')).toBeInViewport();
  });
}

test('what the pointer is over changes its looks alone, and nothing comes up', async ({ page }) => {
  await openExample(page, 'fukang');
  const more = await page.evaluate(() => {
    const looks = /^(background|color|border|outline|text-decoration|box-shadow|filter|cursor|opacity|fill|stroke)/;
    const rules = (list) => [...list].flatMap((rule) => (rule.cssRules && !rule.selectorText ? rules(rule.cssRules) : [rule]));
    return [...document.styleSheets].flatMap((sheet) => rules(sheet.cssRules))
      .filter((rule) => /:hover/.test(rule.selectorText || ''))
      .flatMap((rule) => [...rule.style].filter((name) => !looks.test(name)).map((name) => `${rule.selectorText} ${name}`));
  });
  expect(more).toEqual([]);
});

test('a press that is let go elsewhere does nothing', async ({ page }) => {
  await openExample(page, 'fukang');
  await page.getByRole('button', { name: /切换语言/ }).hover();
  await page.mouse.down();
  await page.mouse.move(400, 400);
  await page.mouse.up();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
});

test('single keys are no commands', async ({ page }) => {
  await openExample(page, 'fukang');
  const before = await page.getByRole('main').innerText();
  await page.getByRole('main').focus();
  for (const key of 'abcdefghijklmnopqrstuvwxyz0123456789?/') await page.keyboard.press(key);
  expect(await page.getByRole('main').innerText()).toBe(before);
  expect(page.url()).toMatch(/#\/score$/);
});

test('going through the controls and changing one leads nowhere else', async ({ page, context }) => {
  await openExample(page, 'fukang');
  const at = page.url();
  for (let count = 0; count < 80; count += 1) await page.keyboard.press('Tab');
  expect(page.url()).toBe(at);
  await field(page, INSURED, '实际完成值').fill('1');
  await page.locator('summary', { hasText: '显示' }).click();
  await page.getByLabel('深色').check();
  await row(page, '制度执行有效性').getByRole('button', { name: '部分符合' }).first().click();
  expect(page.url()).toBe(at);
  expect(context.pages()).toHaveLength(1);
});

test('the focus is never caught: back by Shift+Tab as far as forth by Tab', async ({ page }) => {
  await openEmpty(page, 'fukang');
  // Scripts that come later put links into the head.
  const here = () => page.evaluate(() => {
    const all = [...document.body.querySelectorAll('*')];
    return all.indexOf(document.activeElement);
  });
  const forth = [];
  for (let count = 0; count < 60; count += 1) {
    await page.keyboard.press('Tab');
    forth.push(await here());
  }
  const back = [forth.at(-1)];
  for (let count = 1; count < 60; count += 1) {
    await page.keyboard.press('Shift+Tab');
    back.push(await here());
  }
  expect(back.reverse()).toEqual(forth);
});

test('the ways around the page stand in the same order on every tab, and each has a title of its own', async ({ page }) => {
  await openExample(page, 'fukang');
  const ways = () => page.getByRole('navigation', { name: '本次评价' }).getByRole('link').allInnerTexts();
  const order = await ways();
  expect(order.length).toBeGreaterThan(3);
  for (const name of order) {
    await tab(page, name).click();
    expect(await ways()).toEqual(order);
  }
  await tab(page, '核验').click();
  await expect(page).toHaveTitle('核验 · 绩衡');
  await tab(page, '评分').click();
  await expect(page).toHaveTitle(/^阜康.* · 绩衡$|^.*职工.* · 绩衡$/);
});

test('a figure that can’t be read is marked, and tied to the sentence that says what is wrong and how to mend it', async ({ page }) => {
  await openExample(page, 'fukang');
  const input = field(page, INSURED, '实际完成值');
  await input.fill('12..5');
  await expect(input).toHaveAttribute('aria-invalid', 'true');
  const described = (await input.getAttribute('aria-describedby')).split(' ');
  const texts = [];
  for (const id of described) {
    await expect(page.locator(`[id="${id}"]`), 'what a field refers to is there').toHaveCount(1);
    texts.push(await page.locator(`[id="${id}"]`).innerText());
  }
  expect(texts.join(' ')).toContain('12..5');
});
