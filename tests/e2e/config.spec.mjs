// jiheng.config.json: what a portal sets is done; what is wrong is told and falls back by itself.
import { card, cardOf, notice, total } from './page.mjs';
import { expect, test } from './fixtures.mjs';
import { ownRubric } from './own.mjs';

const LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20"><circle cx="10" cy="10" r="9" fill="#b3261e"/></svg>';

/** Has the server say so instead of what is in dist/. */
async function serve(page, files) {
  for (const [name, body] of Object.entries(files)) {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const contentType = name.endsWith('.svg') ? 'image/svg+xml' : 'application/json';
    await page.route(`**/${name}`, (route) => route.fulfill({ body: text, contentType }));
  }
}
const configure = (page, config, files = {}) => serve(page, { 'jiheng.config.json': config, ...files });

const EVERYTHING = {
  $schema: 'jiheng.config.schema.json',
  origins: ['https://portal.example.gov.cn', 'http://127.0.0.1:8099'],
  presets: ['taishan', 'fukang'],
  rubrics: ['rubrics/city.json'],
  lang: 'en',
  title: { zh: '本市绩效评价', en: 'City evaluation' },
  logo: 'logo.svg',
  colours: {
    light: { accent: '#9c1c14', 'accent-wash': '#f9e9e7', wash: '#faf7f5' },
    dark: { accent: '#ffb4a8', 'on-accent': '#3a0a05', 'accent-wash': '#442520' },
  },
  home: { href: 'https://portal.example.gov.cn/', text: { zh: '返回门户', en: 'Back to the portal' } },
};
const FILES = { 'rubrics/city.json': ownRubric(), 'logo.svg': LOGO };

const accent = (page) => page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--accent').trim());
const settings = (page) => page.evaluate(() => window.jihengConfig);

test('without a word in it nothing is fetched for it, and nothing is said', async ({ page }) => {
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto('');
  await expect(card(page, 'fukang')).toBeVisible();
  expect(asked.filter((url) => /config-\w+\.js$/.test(url))).toEqual([]);
  expect(asked.filter((url) => url.endsWith('/jiheng.config.json'))).toHaveLength(1);
  await expect(notice(page)).toHaveCount(0);
  expect(await settings(page)).toEqual({});
});

for (const status of [404, 410]) {
  test(`a missing file is none (${status})`, async ({ page, troubles }) => {
    await page.route('**/jiheng.config.json', (route) => route.fulfill({ status, body: 'not found' }));
    await page.goto('');
    await expect(card(page, 'fukang')).toBeVisible();
    await expect(notice(page)).toHaveCount(0);
    troubles.length = 0; // the browser itself logs it
  });
}

const UNREAD = [
  ['a server that fails', '**/jiheng.config.json', (route) => route.fulfill({ status: 500, body: '{}' }), '500 jiheng.config.json'],
  ['no answer at all', '**/jiheng.config.json', (route) => route.abort(), 'Failed to fetch'],
  ['a file that never comes', '**/jiheng.config.json', () => {}, '5 s'],
  ['the part of the program that checks it not being there', '**/config-*.js', (route) => route.abort(), 'config-'],
];
for (const [what, file, answer, told] of UNREAD) {
  test(`${what}: the settings count as none, and the operator is told`, async ({ page, troubles }) => {
    await configure(page, { presets: ['taishan'] });
    await page.route(file, answer);
    await page.goto('');
    await expect(notice(page)).toContainText('致网站管理员：jiheng.config.json 有误', { timeout: 15_000 });
    await expect(notice(page)).toContainText('未能读取');
    await expect(notice(page)).toContainText(told);
    await expect(card(page, 'fukang')).toBeVisible();
    troubles.length = 0; // the browser itself logs it
  });
}

test('each setting is done', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await configure(page, EVERYTHING, FILES);
  await page.goto('');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  const titles = page.locator('.card__title');
  await expect(titles).toHaveText(['City form', /Taishan/, /Fukang/]);
  await expect(page.getByRole('banner')).toContainText('City evaluation');
  await expect(page).toHaveTitle('City evaluation');
  await expect(page.getByRole('banner').locator('img')).toHaveAttribute('src', 'logo.svg');
  expect(await page.getByRole('banner').locator('img').evaluate((image) => image.naturalWidth)).toBeGreaterThan(0);
  await expect(page.getByRole('link', { name: 'Back to the portal' })).toHaveAttribute('href', 'https://portal.example.gov.cn/');
  expect(await accent(page)).toBe('#9c1c14');
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await accent(page)).toBe('#ffb4a8');
  await page.emulateMedia({ colorScheme: 'light' });
  await page.getByRole('banner').getByText('Display').click();
  await page.getByRole('radio', { name: 'Dark' }).check();
  expect(await accent(page)).toBe('#ffb4a8');
  expect((await settings(page)).origins).toEqual(EVERYTHING.origins);
  await expect(notice(page)).toHaveCount(0);
});

test('a visitor who chose no language has the portal\'s, also one who was here before', async ({ page }) => {
  await page.goto('');
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await configure(page, { lang: 'en' });
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

test('the language of the portal gives way to the one that was chosen', async ({ page }) => {
  await configure(page, { lang: 'en' });
  await page.goto('');
  await page.getByRole('button', { name: /中 \/ EN/ }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await page.reload();
  await expect(card(page, 'fukang')).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
});

for (const colorScheme of ['light', 'dark']) {
  test(`with everything set it is accessible, ${colorScheme}`, async ({ page, expectAccessible }) => {
    await page.emulateMedia({ colorScheme });
    await configure(page, EVERYTHING, FILES);
    await page.goto('');
    await expect(page.getByRole('heading', { name: 'City form' })).toBeVisible();
    await expectAccessible();
    await cardOf(page, 'City form').getByRole('button', { name: 'Start empty' }).click();
    await expect(total(page)).toBeVisible();
    await expectAccessible();
  });
}

test('one text serves both languages, and a form opens by its id', async ({ page }) => {
  await configure(page, { title: '绩效', rubrics: ['rubrics/city.json'], presets: ['taishan'] }, FILES);
  await page.goto('?preset=city');
  await expect(total(page)).toBeVisible();
  await expect(page.getByRole('banner')).toContainText('本市 · 第三方评价');
  await expect(page).toHaveTitle('本市项目评分表 · 绩效');
  await page.goto('about:blank');
  await page.goto('?preset=taishan');
  await expect(page.getByRole('banner')).toContainText('台山市');
  await page.goto('about:blank');
  await page.goto('?preset=fukang');
  await expect(notice(page)).toContainText('本站不提供指标体系“fukang”');
});

test('text that is no JSON is told, and everything is as by default', async ({ page }) => {
  const warnings = [];
  page.on('console', (message) => message.text().startsWith('jiheng') && warnings.push(message.text()));
  await configure(page, '{ "lang": "en", }');
  await page.goto('');
  await expect(card(page, 'shenzhen')).toBeVisible();
  await expect(notice(page)).toContainText('致网站管理员：jiheng.config.json 有误');
  await expect(notice(page)).toContainText('不是完整的 JSON');
  expect(warnings).toHaveLength(1);
  expect(warnings[0]).toMatch(/^jiheng\.config\.json: it is not whole JSON/);
});

/** A wrong value, and how the notice begins to tell of it. */
const WRONG = [
  [{ colour: {} }, 'colour：没有这项设置'],
  [{ origins: 'https://a.example' }, 'origins：应为列表'],
  [{ origins: ['*'] }, 'origins[0]：应写成'],
  [{ origins: ['null'] }, 'origins[0]：应写成'],
  [{ origins: ['https://*.a.example'] }, 'origins[0]：应写成'],
  [{ origins: ['https://a.example', 'https://a.example/b'] }, 'origins[1]：应写成'],
  [{ origins: ['file://'] }, 'origins[0]：应写成'],
  [{ origins: [1] }, 'origins[0]：应写成'],
  [{ presets: ['fukang', 'fukan'] }, 'presets[1]：没有这个指标体系'],
  [{ rubrics: ['https://a.example/city.json'] }, 'rubrics[0]：应是本站的相对地址'],
  [{ rubrics: ['//a.example/city.json'] }, 'rubrics[0]：应是本站的相对地址'],
  [{ rubrics: ['city.xml'] }, 'rubrics[0]：应是本站的相对地址'],
  [{ lang: 'fr' }, 'lang：应为 "zh" 或 "en"'],
  [{ title: 1 }, 'title：应为文本'],
  [{ title: { en: 'a' } }, 'title：应为文本'],
  [{ logo: 'data:image/svg+xml,a.svg' }, 'logo：应是本站图片'],
  [{ logo: 'https://a.example/logo.svg' }, 'logo：应是本站图片'],
  [{ home: { href: 'javascript:alert(1)', text: 'a' } }, 'home.href：应为 https 地址'],
  [{ home: { href: 'http://a.example', text: 'a' } }, 'home.href：应为 https 地址'],
  [{ home: { href: '//a.example', text: 'a' } }, 'home.href：应为 https 地址'],
  [{ home: { href: '/' } }, 'home.text：缺少'],
  [{ colours: { light: { ink: '#000000' } } }, 'colours.light.ink：没有这种颜色'],
  [{ colours: { light: { accent: 'red' } } }, 'colours.light.accent：应写成'],
  [{ colours: { sepia: {} } }, 'colours.sepia：应为 light 或 dark'],
  [{ colours: { light: { accent: '#ff8080' } } }, 'colours.light.accent：与 paper（#ffffff）的对比度只有 2.42:1，至少须 4.5:1'],
  [{ colours: { dark: { accent: '#0b4f8a' } } }, 'colours.dark.accent：与 paper（#171d24）的对比度只有 2.0'],
  [{ colours: { light: { edge: '#dddddd' } } }, 'colours.light.edge：与 paper（#ffffff）的对比度只有 1.3'],
];

test('each wrong field is told with its mend, and is as by default', async ({ page }) => {
  test.setTimeout(120_000);
  await page.emulateMedia({ colorScheme: 'light' });
  let config = {};
  await page.route('**/jiheng.config.json', (route) => route.fulfill({ json: config }));
  for (const [wrong, told] of WRONG) {
    config = wrong;
    await page.goto('');
    await expect(notice(page), JSON.stringify(wrong)).toContainText(told);
    await expect(page.getByRole('banner').locator('img')).toHaveCount(0);
    expect(await accent(page)).toBe('#0b4f8a');
  }
});

test('one wrong field leaves the others', async ({ page }) => {
  await configure(page, { lang: 'en', logo: 7, colours: { light: { accent: '#9c1c14', paper: '#888888' } } });
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  const told = page.getByRole('status', { name: 'Notices' });
  await expect(told).toContainText('logo: is to be a picture');
  await expect(told).toContainText('colours.light.paper: contrast with');
  await expect(told.getByRole('listitem')).toHaveText([/^colours\.light\.paper: /, /^logo: /]);
  expect(await accent(page)).toBe('#9c1c14');
});

test('a form of the portal with errors says so in its place, and where it is opened tells all of them', async ({ page }) => {
  const warnings = [];
  page.on('console', (message) => message.type() === 'warning' && warnings.push(message.text()));
  const wrong = ownRubric((rubric) => {
    rubric.edtion = rubric.edition;
    delete rubric.edition;
  });
  await configure(page, { rubrics: ['rubrics/city.json', 'rubrics/gone.json'] }, { 'rubrics/city.json': wrong });
  await page.route('**/rubrics/gone.json*', (route) => route.fulfill({ json: {}, status: 200 }));
  await page.goto('');
  const faulty = cardOf(page, 'rubrics/city.json');
  await expect(faulty).toContainText('这份指标体系文件有错误');
  await faulty.getByRole('button', { name: '查看全部错误' }).click();
  await expect(page.getByRole('heading', { name: '指标体系“rubrics/city.json”有2处错误，没有打开' })).toBeFocused();
  expect(warnings).toContain('jiheng.config.json: rubrics/city.json has errors, see the page');
});

test('in a frame there is no way back: the page around it is that', async ({ page }) => {
  await configure(page, EVERYTHING, FILES);
  await page.route('**/around.html', (route) => route.fulfill({ contentType: 'text/html', body: '<iframe title="a" src="./" width="900" height="600"></iframe>' }));
  await page.goto('around.html');
  const frame = page.frameLocator('iframe');
  await expect(frame.getByRole('heading', { name: 'City form' })).toBeVisible();
  await expect(frame.getByRole('link', { name: 'Back to the portal' })).toHaveCount(0);
});
