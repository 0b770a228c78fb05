// axe-core in headless Chromium: node axe.mjs NODE_MODULES file.html. Light, dark and 320 px wide.
import fs from 'node:fs';
import path from 'node:path';

const [modules, file] = process.argv.slice(2);
const { chromium } = await import(path.join(modules, 'playwright-core/index.mjs'));
const axe = fs.readFileSync(path.join(modules, 'axe-core/axe.min.js'), 'utf8');
const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: flags });
let failed = false;
for (const [colorScheme, width] of [['light', 1280], ['dark', 1280], ['light', 320]]) {
  const page = await browser.newPage({ colorScheme, viewport: { width, height: 900 } });
  await page.goto('file://' + path.resolve(file));
  await page.evaluate(axe);
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'];
  const result = await page.evaluate(
    (values) => window.axe.run(document, { runOnly: { type: 'tag', values } }), tags);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  console.log(colorScheme, width, 'violations:', result.violations.length, 'scrolls sideways:', wide);
  for (const v of result.violations) console.log('  ', v.id, v.nodes.length, v.help);
  failed ||= wide || result.violations.length > 0;
  await page.close();
}
await browser.close();
process.exit(failed ? 1 : 0);
