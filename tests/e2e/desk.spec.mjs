// The tab 推演, drawn by a worker: opened, typed into, missing and back again, on old kernels, at every width.
import { expect, test } from './fixtures.mjs';
import { launchOldKernel } from './old-kernel.mjs';
import { FORMS, notices, openEmpty, openExample, tab, tool, total } from './page.mjs';

const DESK = /jiheng-desk|desk-worker/;
const target = (page) => page.getByLabel('目标总分');
const tools = (page) => page.getByRole('navigation', { name: '推演工具' });
const choose = (page, name) => tools(page).getByRole('link', { name, exact: true }).click();

async function openDesk(page, form = 'fukang') {
  await openExample(page, form);
  await tab(page, '推演').click();
  await expect(tools(page)).toBeVisible({ timeout: 30_000 }); // the server packs the module when it is first asked for
}

test('the tab opens on the score, and the target goes by what is typed', async ({ page }) => {
  await openDesk(page);
  await expect(total(page)).toHaveCount(0); // the scoreboard is on the scoring tab
  await expect(page.getByText('93.50', { exact: true })).toBeVisible();
  await expect(target(page)).toHaveValue('100');
  await target(page).fill('95');
  await expect(page.getByText('距目标还差1.5分。')).toBeVisible(); // 95 − 93.50
  await target(page).fill('');
  await expect(page.getByText('距目标还差6.5分。')).toBeVisible();
  await expect(target(page)).toHaveValue(''); // as typed, while it is typed into
  await page.keyboard.press('Tab');
  await expect(target(page)).toHaveValue('100');
  await page.getByRole('button', { name: /优.90分/ }).press('Enter');
  await expect(target(page)).toHaveValue('90');
  await expect(page.getByText('已达到目标，余量3.5分。')).toBeVisible();
});

test('tools have addresses of their own, and what the controls say stays from tab to tab', async ({ page }) => {
  await openDesk(page);
  await target(page).fill('95');
  await choose(page, '敏感性');
  await expect(page).toHaveURL(/#\/whatif\/swing$/);
  await expect(page.getByRole('heading', { name: '敏感性' })).toBeVisible();
  await expect(tools(page).getByRole('link', { name: '敏感性' })).toHaveAttribute('aria-current', 'page');
  await expect(tools(page).getByRole('link', { name: '敏感性' })).toBeFocused();
  await page.goBack();
  await expect(page.getByRole('heading', { name: '差距' })).toBeVisible();
  await tab(page, '评分').click();
  await expect(total(page)).toHaveText('93.50');
  await tab(page, '推演').click();
  await expect(target(page)).toHaveValue('95');
  await page.getByRole('button', { name: /切换语言/ }).click();
  await expect(page.getByLabel('Target total')).toHaveValue('95');
  await page.goto('#/whatif/grid');
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Grid' })).toBeVisible();
});

test('where the module can’t be fetched it is said, and the next try succeeds', async ({ page, troubles }) => {
  await page.route(DESK, (route) => route.abort());
  await openExample(page, 'fukang');
  await tab(page, '推演').click();
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('推演没能启动');
  await alert.getByRole('button', { name: '重试' }).click();
  await expect(alert).toContainText('推演没能启动');
  await page.unroute(DESK);
  await alert.getByRole('button', { name: '重试' }).click();
  await expect(target(page)).toHaveValue('100');
  await expect(alert).toBeEmpty();
  troubles.length = 0; // the aborted requests
});

test('without workers the same module runs on the page', async ({ page }) => {
  await page.addInitScript(() => {
    window.Worker = class {
      constructor() {
        throw new Error('no workers here');
      }
    };
  });
  await openDesk(page);
  await target(page).fill('95');
  await expect(page.getByText('距目标还差1.5分。')).toBeVisible();
});

test('an edit that is undone here is seen here', async ({ page }) => {
  await openExample(page, 'fukang');
  await page.locator('#entries-insured-all-actual').fill('33333');
  await expect(total(page)).toHaveText('94.02'); // 93.50 + 0.52
  await tab(page, '推演').click();
  await expect(page.locator('main')).toContainText('94.02');
  await tool(page, '撤销').click();
  await expect(page.locator('main')).toContainText('93.50');
});

/** Asks for a total, and waits for the answer: until then the buttons write the answer to what was asked before. */
const aim = async (page, total) => {
  await target(page).fill(total);
  await expect(page.getByRole('columnheader', { name: `达到${total}分` })).toBeVisible();
};

/** The row of an input in the table of a tool. */
const input = (page, name) => page.getByRole('region').last().getByRole('row').filter({ has: page.getByRole('rowheader', { name: new RegExp(`^${name} ?现为`) }) });
const POOLED = '单建统筹基金参保人数';
const INSURED = '城镇职工大额医疗保险参保人数';
const bar = (page) => page.getByRole('region', { name: '推演方案', exact: true });

test('差距 says what each input alone would have to be, and where it loses the grade', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openDesk(page);
  await target(page).fill('95');
  await expect(page.getByText('仅变动一项，可使总分由93.50分达到95分的有1项')).toBeVisible();
  // 5 × 5990/6130 = 4.8858… → 4.89 = 3.39 + 1.50; 5 × 6/6130 rounds to 0: 93.50 − 3.39 = 90.11.
  await expect(input(page, POOLED)).toContainText('5990人总分95.00分');
  await expect(input(page, POOLED)).toContainText('仅此一项不会失去最低90.11分（6人）');
  // 6.00 from 33306 on; 6 × 10972/33333 = 1.97498… → 1.97.
  await expect(input(page, INSURED)).toContainText('最高94.02分（33306人）');
  await expect(input(page, INSURED)).toContainText('10972人总分89.99分');
  await page.getByRole('button', { name: `报告用语：${INSURED}` }).press('Enter');
  const said = '若城镇职工大额医疗保险参保人数由30437人降低到10972人，其余不变，总分由93.50分降到89.99分，等级由“优”变为“良”。差一步（10973人）时总分为90.00分。';
  await expect(page.getByText(said)).toBeVisible();
  await page.getByRole('row').filter({ hasText: said }).getByRole('button', { name: '复制这段话' }).last().click();
  await expect(notices(page)).toContainText('已复制');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(said);
  await page.getByRole('button', { name: '离目标近的在前' }).click();
  await expect(page.getByRole('row').nth(1)).toContainText(POOLED);
});

test('an answer is written into a scenario, compared, opened and adopted', async ({ page }) => {
  await openDesk(page);
  await aim(page, '95');
  await page.getByRole('button', { name: `写入新方案：${POOLED}` }).press('Enter');
  await expect(notices(page)).toContainText('已写入“方案一”，总分95.00分。');
  // The button is gone with what it was for; the focus stays in its row.
  await expect(page.getByRole('button', { name: `报告用语：${POOLED}` })).toBeFocused();
  await expect(page.locator('main')).toContainText('原 93.50 +1.50');
  await expect(input(page, POOLED)).toContainText('现为5990人');
  await choose(page, '方案对比');
  const compared = page.getByRole('table', { name: /^基准与各方案的总分/ });
  await expect(compared).toContainText(`${POOLED}：实际完成值由4157人改为5990人`);
  await expect(compared).toContainText('95.00 优+1.50');
  await compared.getByRole('button', { name: '打开：基准' }).press('Enter');
  await expect(compared.getByRole('button', { name: '已打开：基准' })).toBeFocused();
  await choose(page, '差距');
  await expect(input(page, POOLED)).toContainText('现为4157人');
  // Another on top of the baseline: the grade is lost.
  await page.getByRole('button', { name: `报告用语：${INSURED}` }).click();
  await page.getByRole('row').filter({ hasText: '差一步（10973人）' }).getByRole('button', { name: `写入新方案：${INSURED}` }).click();
  await choose(page, '方案对比');
  await expect(compared).toContainText('89.99 良−3.51');
  await compared.getByRole('button', { name: '打开：方案一' }).click();
  await bar(page).getByRole('button', { name: '采用为结果' }).click();
  await expect(notices(page)).toContainText('已采用“方案一”，基准总分由93.50分改为95.00分。其余1个方案只记对基准的改动');
  await expect(compared.getByRole('row').filter({ hasText: '基准' })).toContainText('95.00 优');
  await tab(page, '评分').click();
  await expect(total(page)).toHaveText('95.00');
  for (const step of ['撤销', '撤销', '撤销', '撤销', '撤销']) await tool(page, step).click();
  await expect(total(page)).toHaveText('93.50');
});

test('最省力 finds the fewest changes, and goes by typed efforts', async ({ page, expectAccessible }) => {
  test.setTimeout(120_000);
  await openDesk(page);
  await choose(page, '最省力');
  await target(page).fill('95');
  const main = page.locator('main');
  // 5 × 5990/6130 = 4.8858… → 4.89 = 3.39 + 1.50.
  const best = page.getByText(`最省力的做法是：${POOLED}由4157人提高到5990人（+1.50分），总分由93.50分提高到95.00分`);
  await expect(best).toBeVisible();
  await expect(page.getByText(/^另一做法是：/)).toHaveCount(10);
  const way = page.getByRole('table', { name: /^从当前得分到目标/ });
  await expect(way.getByRole('row').filter({ hasText: POOLED })).toContainText('4157人 → 5990人+1.50');
  await page.getByRole('button', { name: '工作量最小' }).press('Enter');
  const effort = (name) => page.getByLabel(`工作量：${name}`, { exact: true });
  await effort(POOLED).fill('很多');
  await expect(effort(POOLED)).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByText('“很多”不是大于0的数，暂按1计。')).toBeVisible();
  await effort(POOLED).fill('５');
  // Two others at 1 each are less: 1.25 for the missing tick, 5.19 − 4.89 by two answers.
  await expect(main).toContainText('最省力的做法：改动2项，工作量2，总分95.05分');
  await effort(POOLED).fill('1.5');
  await expect(best).toBeVisible();
  await expect(effort(POOLED)).toHaveAttribute('value', '1.5');
  await effort(INSURED).fill('2');
  await expect(effort(INSURED)).toHaveAttribute('value', '2');
  await effort(INSURED).press('Tab');
  await page.setViewportSize({ width: 320, height: 667 });
  expect(await page.evaluate(() => document.scrollingElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await expectAccessible();
  await page.setViewportSize({ width: 1280, height: 720 });
  // What was typed in one field is one step.
  await tool(page, '撤销').click();
  await expect(effort(INSURED)).toHaveValue('');
  await expect(effort(POOLED)).toHaveValue('1.5');
  await page.getByRole('button', { name: `写入新方案：${POOLED}`, exact: true }).press('Enter');
  await expect(notices(page)).toContainText('已写入“方案一”，总分95.00分。');
  await expect(page.getByRole('heading', { name: '最省力', exact: true })).toBeFocused();
  await expect(main).toContainText('总分95.00分，已达到95.00分。');
  await bar(page).getByRole('button', { name: '采用为结果' }).click();
  await tool(page, '撤销').click();
  await tool(page, '撤销').click();
  await expect(best).toBeVisible();
  await tool(page, '撤销').click();
  await expect(effort(POOLED)).toHaveValue('');
});

test('an answer goes into the open scenario or on top of it into a new one, and the line says where', async ({ page }) => {
  await openDesk(page);
  await aim(page, '95');
  await page.getByRole('button', { name: `写入新方案：${POOLED}` }).press('Enter');
  await expect(page.locator('main')).toContainText('方案一总分95.00分，优');
  await aim(page, '97');
  await expect(page.getByRole('button', { name: `写入“方案一”：${INSURED}` })).toBeVisible();
  await page.getByRole('button', { name: '另存新方案' }).press('Enter');
  await page.getByRole('button', { name: `写入新方案：${INSURED}` }).press('Enter');
  // 95.00 + 0.52
  await expect(notices(page)).toContainText('已在“方案一”的基础上写入新方案“方案二”，总分95.52分。');
  await bar(page).getByRole('button', { name: '方案一' }).click();
  await expect(page.locator('main')).toContainText('方案一总分95.00分，优');
  await notices(page).getByRole('button', { name: '撤销' }).waitFor({ state: 'detached' }); // it would take back another step
});

/** What the worker tells arrives so many ms later, as on a slow or busy machine. */
const late = (page, wait) =>
  page.addInitScript((wait) => {
    const Own = window.Worker;
    window.Worker = class extends Own {
      set onmessage(hear) {
        super.onmessage = (event) => setTimeout(() => hear(event), wait);
      }
    };
  }, wait);

test('what is done while the worker is busy is not undone by what it tells, and not lost', async ({ page }) => {
  test.setTimeout(120_000);
  await late(page, 700);
  await openDesk(page);
  await choose(page, '最省力');
  await page.getByRole('button', { name: '工作量最小' }).press('Enter');
  const effort = page.getByLabel(`工作量：${POOLED}`, { exact: true });
  const back = async () => {
    await tab(page, '推演').click();
    await choose(page, '最省力');
  };
  // Typed, and left at once.
  await effort.fill('5');
  await tab(page, '评分').click();
  await back();
  await expect(effort).toHaveValue('5', { timeout: 10_000 });
  // Written, and left at once: what was pressed holds all that is written. To 95 two others at 1 each are less than 5.
  await target(page).fill('95');
  await expect(page.locator('main')).toContainText('最省力的做法：改动2项，工作量2，总分95.05分', { timeout: 10_000 });
  await page.getByRole('button', { name: /^写入新方案/ }).first().press('Enter');
  await tab(page, '评分').click();
  await expect(bar(page).getByRole('button', { name: '方案一' })).toHaveAttribute('aria-pressed', 'true');
  await expect(total(page)).toHaveText('95.05');
  await back();
  await target(page).fill('96');
  await expect(effort).toBeVisible({ timeout: 10_000 });
  // An effort, then another scenario, before the answer comes.
  await effort.fill('7');
  await bar(page).getByRole('button', { name: '新建方案' }).click();
  await page.waitForTimeout(2_000);
  await expect(bar(page).getByRole('button', { name: '方案二' })).toHaveAttribute('aria-pressed', 'true');
  await expect(effort).toHaveValue('7');
  // An edit that is taken back before the answer comes stays so.
  await effort.fill('8');
  await tool(page, '撤销').click();
  await page.waitForTimeout(2_000);
  await expect(effort).toHaveValue('7');
});

test('what is told of one assessment does nothing to another one of the same form', async ({ page }) => {
  await late(page, 1_500);
  await openDesk(page);
  await choose(page, '最省力');
  await page.getByRole('button', { name: '工作量最小' }).press('Enter');
  await page.getByLabel(`工作量：${POOLED}`, { exact: true }).fill('5');
  await page.goto('#/');
  await openEmpty(page, 'fukang');
  await tab(page, '推演').click();
  await expect(tools(page)).toBeVisible({ timeout: 30_000 });
  await page.waitForTimeout(2_000);
  await expect(page.getByText('93.50')).toHaveCount(0);
  await tab(page, '评分').click();
  await expect(page.locator('#entries-insured-all-actual')).toHaveValue('');
});

test('what cannot be used is said at its field', async ({ page }) => {
  await openDesk(page);
  await target(page).fill('101');
  await expect(page.getByText('最高只有100分，达不到101分。')).toBeVisible();
  await expect(target(page)).toHaveAttribute('aria-invalid', 'true');
  await choose(page, '敏感性');
  const percent = page.getByLabel('其他幅度');
  for (const typed of ['0', '-5', 'abc', 'ends']) {
    await percent.fill(typed);
    await expect(page.getByText(`“${typed}”不是大于0的百分数，暂按±10%计。`)).toBeVisible();
    await expect(percent).toHaveAttribute('aria-invalid', 'true');
  }
  await percent.fill('12.5');
  await expect(percent).not.toHaveAttribute('aria-invalid', 'true');
});

for (const version of [83, 88]) {
  test(`the tab works on Chromium ${version}`, async ({ baseURL }) => {
    const kernel = await launchOldKernel(version);
    try {
      await kernel.goto(baseURL);
      const card = `[...document.querySelectorAll('li')].find((card) => card.querySelector('h3')?.textContent === '${FORMS.fukang}')`;
      await kernel.until(card);
      await kernel.evaluate(`${card}.querySelector('button').click()`);
      await kernel.until(`document.querySelector('.scoreboard')`);
      await kernel.evaluate(`location.hash = '#/whatif'`);
      await kernel.until(`document.querySelector('#whatif-target')?.value === '100'`);
      await kernel.evaluate(`{ const field = document.querySelector('#whatif-target'); field.focus(); field.select(); }`);
      await kernel.type('95');
      await kernel.until(`document.querySelector('#whatif-standing').textContent === '距目标还差1.5分。'`);
      // What a worker fetches is none of the page's resources.
      const here = `performance.getEntriesByType('resource').some(({ name }) => name.includes('jiheng-desk'))`;
      expect(await kernel.evaluate(here), 'it runs on the page').toBe(false);
      expect(kernel.troubles).toEqual([]);
    } finally {
      await kernel.close();
    }
  });
}

for (const [width, height] of [[1440, 900], [375, 667]]) {
  test(`axe finds nothing at ${width} px, and nothing scrolls sideways`, async ({ page, expectAccessible }) => {
    test.setTimeout(120_000);
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await openDesk(page);
    for (const name of await tools(page).getByRole('link').allInnerTexts()) {
      await choose(page, name);
      await expect(page.getByRole('heading', { name, exact: true })).toBeVisible();
      await test.step(`${name}, light`, expectAccessible);
      await page.emulateMedia({ colorScheme: 'dark' });
      await test.step(`${name}, dark`, expectAccessible);
      await page.emulateMedia({ colorScheme: 'light' });
    }
    await page.setViewportSize({ width: Math.min(width, 320), height });
    expect(await page.evaluate(() => document.scrollingElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await expect(notices(page)).toBeEmpty();
  });
}
