// The preview in headless Chromium: node voorbeeld.mjs NODE_MODULES ADDRESS FILE. Letter and report
// appear, a save of FILE brings new ones while the reader stays in place; nothing from outside.
import fs from 'node:fs';
import path from 'node:path';

const [modules, address, file] = process.argv.slice(2);
const { chromium } = await import(path.join(modules, 'playwright-core/index.mjs'));
const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: flags });
let failed = false;
const check = (good, what) => {
  console.log(good ? 'ok:' : 'FAILED:', what);
  failed ||= !good;
};
const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
const own = [new URL(address).origin, 'chrome-extension:', 'chrome:', 'blob:', 'data:'];
page.on('request', (request) => own.some((start) => request.url().startsWith(start)) ||
  check(false, `asks for ${request.url()}`));
page.on('pageerror', (error) => check(false, String(error)));
await page.goto(address);

const source = (part) => page.locator(`#${part} iframe`).getAttribute('src', { timeout: 30000 });
const report = () => page.frames().find((frame) => frame.url().includes('rapport.html'));
const before = [await source('brief'), await source('rapport')];
check(before[0].startsWith('brief.pdf?v='), 'the letter is there');
await report().waitForSelector('h1');
check((await report().locator('h1').count()) === 1, 'the report is there');
await report().evaluate(() => window.scrollTo(0, 500));

fs.appendFileSync(file, '\nDit kwam er in het voorbeeld bij.\n');
await page.waitForFunction((old) => document.querySelector('#brief iframe').getAttribute('src') !== old,
  before[0], { timeout: 30000 });
check((await source('rapport')) !== before[1], 'both are new after a save');
await report().waitForFunction(() => window.scrollY === 500, null, { timeout: 10000 });
check(true, 'the reader is where they were in the report');
check((await page.locator('#fout').innerText()) === '', 'nothing is wrong');

await page.getByLabel('het rapport').check();
check(!(await page.locator('#brief').isVisible()), 'the report alone');
await page.getByLabel('de brief').check();
check(!(await page.locator('#rapport').isVisible()), 'the letter alone');
await browser.close();
process.exit(failed ? 1 : 0);
