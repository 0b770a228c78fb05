// The report in headless Chromium, as a reader uses it: node pagina.mjs NODE_MODULES file.html.
// Without scripts all of it, with them filters; links, paper, a narrow screen; nothing from outside.
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const [modules, file] = process.argv.slice(2);
const { chromium } = await import(path.join(modules, 'playwright-core/index.mjs'));
const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const address = pathToFileURL(path.resolve(file)).href;
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: flags });
let failed = false;
const check = (good, what) => {
  console.log(good ? 'ok:' : 'FAILED:', what);
  failed ||= !good;
};

const FINDINGS = '#bevindingen ol.bevindingen > li';
const shown = (page) => page.locator(FINDINGS).filter({ visible: true }).count();
const said = async (page) => (await page.locator('#filter-stand').innerText()).match(/\d+/g).map(Number);

async function opened(options, what) {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })).newPage();
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) &&
    check(false, `${what}: console says ${message.text()}`));
  page.on('pageerror', (error) => check(false, `${what}: ${error}`));
  page.on('request', (request) => request.url().startsWith('file:') ||
    check(false, `${what}: asks for ${request.url()}`));
  await page.goto(address);
  return page;
}

async function withoutScripts() {
  const page = await opened({ javaScriptEnabled: false }, 'without scripts');
  const all = await page.locator(FINDINGS).count();
  check(all > 0 && await shown(page) === all, `without scripts all ${all} findings show`);
  check(await page.locator('select, button, #filter-stand').filter({ visible: true }).count() === 0,
    'without scripts no control shows');
  await page.context().close();
  return all;
}

async function filtersBy(page, name, all) {
  const select = page.locator(`#filter-${name}`);
  const choices = await select.locator('option:not([value=""])').allInnerTexts();
  const counts = [];
  for (const label of choices) {
    await select.selectOption({ label });
    const [left, of] = await said(page);
    counts.push(left);
    check(left > 0 && left <= all && of === all && left === await shown(page),
      `${name} "${label}": ${left} of ${of} show`);
    if (name === 'ernst') {
      const own = await page.locator(FINDINGS).filter({ visible: true }).locator('.regel .merk').allInnerTexts();
      check(own.every((text) => text === label), `only "${label}" shows`);
    }
    if (name === 'wie' && !label.startsWith('niemand')) {
      const own = await page.locator(FINDINGS).filter({ visible: true }).locator('.wie').allInnerTexts();
      check(own.length === left && own.every((text) => text.replace(/^\s*aan zet:\s*/, '').trim().split(', ').includes(label)), `all of them are for ${label}`);
    }
    const heads = await page.locator('#bevindingen h3').filter({ visible: true }).count();
    const lists = await page.locator('#bevindingen ol').filter({ visible: true }).count();
    check(heads > 0 && heads === lists, `${name} "${label}": no heading without findings`);
  }
  const sum = counts.reduce((a, b) => a + b, 0);
  check(name === 'wie' ? sum >= all : sum === all, `${name}: the choices together are the list`);
}

async function withScripts(all) {
  const page = await opened({}, 'with scripts');
  const names = await page.locator('.filters select').evaluateAll((found) => found.map((s) => s.name));
  check(names.includes('wie') || names.includes('ernst'), `filters: ${names}`);
  for (const name of names) {
    await filtersBy(page, name, all);
    await page.locator('#filter-wis').focus();
    await page.keyboard.press('Enter');
    check(await shown(page) === all && (await said(page))[0] === all, `${name}: reset by keyboard`);
    check(await page.locator('.filters select').first().evaluate((s) => s === document.activeElement),
      'after a reset the keyboard is at the first filter');
  }
  for (const name of names) {
    await page.locator(`#filter-${name}`).focus();
    await page.keyboard.press('ArrowDown');
  }
  check((await said(page))[0] === await shown(page), 'filters together, chosen by keyboard');
  await linkToWhatIsHidden(page, names, all);
  await page.context().close();
}

// A filter may not swallow what a link points at.
async function linkToWhatIsHidden(page, names, all) {
  await page.locator('#filter-wis').click();
  const link = page.locator('a[href^="#bevinding-"]').filter({ visible: true }).first();
  const target = page.locator(await link.getAttribute('href'));
  for (const name of names) {
    const own = (await target.getAttribute(`data-${name}`)).split(' ');
    const values = await page.locator(`#filter-${name} option`).evaluateAll((o) => o.map((x) => x.value));
    await page.locator(`#filter-${name}`).selectOption(values.find((v) => v && !own.includes(v)) ?? '');
  }
  check(!await target.isVisible(), 'the target of a link is filtered out');
  await link.click();
  check(await inView(target) && await shown(page) === all, 'the link shows it all the same');
}

const inView = (target) => target.evaluate((element) => new Promise((resolve) => {
  new IntersectionObserver(([entry]) => resolve(entry.isIntersecting)).observe(element);
}));

async function links() {
  const page = await opened({}, 'links');
  const link = page.locator('#stand a[href^="#ernst-"], #stand a[href^="#bevinding-"]').first();
  check(await inView(link), 'a link to findings is on the first screen');
  const target = page.locator(await link.getAttribute('href'));
  check(!await inView(target), 'its target is further down');
  await link.focus();
  await page.keyboard.press('Enter');
  check(await inView(target), 'following it brings the target into view');
  await page.context().close();
}

async function paper(all) {
  const page = await opened({}, 'paper');
  const select = page.locator('.filters select').first();
  await select.selectOption({ index: 1 });
  const before = await shown(page);
  await page.evaluate(() => addEventListener('beforeprint', () => {
    document.title = String(document.querySelectorAll('#bevindingen li:not([hidden])').length);
  }));
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  const pages = pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  check(pages > 0, `${pages} pages of paper`);
  check(await page.title() === String(all), 'on paper every finding, whatever the filter');
  check(await shown(page) === before, 'after printing the filter is as it was');
  await page.emulateMedia({ media: 'print' });
  check(await page.locator('.filters, nav').filter({ visible: true }).count() === 0, 'no filters or navigation on paper');
  check(await page.locator('thead').first().evaluate((e) => getComputedStyle(e).display) === 'table-header-group',
    'heads of tables come back on every page');
  await page.context().close();
}

async function narrow(colorScheme) {
  const page = await opened({ colorScheme, viewport: { width: 320, height: 640 } }, `320 wide, ${colorScheme}`);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  check(width <= 320, `${colorScheme}, 320 wide: ${width}`);
  check(await page.locator('.filters select').first().isVisible(), 'filters are there');
  await page.context().close();
}

const all = await withoutScripts();
await withScripts(all);
await links();
await paper(all);
await narrow('light');
await narrow('dark');
await browser.close();
process.exit(failed ? 1 : 0);
