// Opens pages of `imagenome report` in headless Chromium, in light and dark, as wide as a desk and as a phone: no error, no request,
// nothing that axe calls serious, nothing wider than the window. `npm run test:report`; with a folder as argument, it leaves screenshots there.
// It installs nothing. Without Chromium it says so and does nothing, but in CI that is a failure.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { accessSync, constants, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import puppeteer from 'puppeteer-core';

const root = join(fileURLToPath(import.meta.url), '..', '..', '..');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const screenshots = process.argv[2];

/** Chromium, by the variable CHROMIUM or one of its names on PATH. */
function chromium() {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const paths = (process.env.PATH ?? '').split(delimiter);
  const candidates = paths.flatMap((folder) => names.map((name) => join(folder, name)));
  return [process.env.CHROMIUM, ...candidates].find((path) => path && isProgram(path));
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const executablePath = chromium();
if (executablePath === undefined) {
  console.error(
    'report: expected Chromium on PATH, or its path in CHROMIUM, found none; on Debian: apt-get install chromium. No page was opened.',
  );
  process.exit(process.env.CI ? 1 : 0);
}

const folder = mkdtempSync(join(tmpdir(), 'imagenome-browser-'));
const imagenome = (...words) =>
  execFileSync(process.execPath, [join(root, 'dist', 'imagenome', 'cli.js'), ...words], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });

/** Pages of a warehouse with everything, of one patient, and of graphs alone. */
function makePages() {
  const [release, full, bare] = ['release', 'full', 'bare'].map((name) => join(folder, name));
  imagenome('synth', '--images', '300', '--seed', '4', '--gold-patients', '15', '--out', release);
  imagenome('build', release, '--out', full, '--quiet');
  imagenome(
    'build',
    join(release, 'silver_dataset', 'scene_graph.zip'),
    '--out',
    bare,
    '--derived',
    'none',
    '--quiet',
  );
  const found = imagenome(
    'sql',
    full,
    'select max_by(patient_id, sequence_number) as id from patient_sequences',
    '--json',
  );
  const [, patient] = /(\d+)/.exec(found);
  const pages = {
    full: join(folder, 'full.html'),
    patient: join(folder, 'patient.html'),
    bare: join(folder, 'bare.html'),
  };
  imagenome('report', full, '--out', pages.full);
  imagenome('report', full, '--out', pages.patient, '--patient', patient);
  imagenome('report', bare, '--out', pages.bare);
  return pages;
}

/** Opens a page, and gives it with what it says and asks for. */
async function opened(browser, path, { scheme, width }) {
  const page = await browser.newPage();
  const said = [];
  const asked = new Map();
  page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => said.push(String(error)));
  // What the policy stops is no request, though Chromium announces it: it never leaves the page.
  const session = await page.createCDPSession();
  await session.send('Network.enable');
  session.on('Network.requestWillBeSent', ({ requestId, request }) => asked.set(requestId, request.url));
  session.on('Network.loadingFailed', ({ requestId, blockedReason }) => {
    if (blockedReason === 'csp') asked.delete(requestId);
  });
  await page.setViewport({ width, height: 900 });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  await page.goto(pathToFileURL(path).href);
  return { page, said, asked };
}

async function assertAccessible(page, name) {
  await page.evaluate(axe);
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
  const { violations } = await page.evaluate(() => globalThis.axe.run());
  const found = violations
    .filter(({ impact }) => ['serious', 'critical'].includes(impact))
    .map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .slice(0, 5)
          .map(({ html }) => html.slice(0, 120))
          .join(' · ')}`,
    );
  assert.deepEqual(found, [], name);
}

/** The keyboard reaches the skip link first; a copy button copies its statement; printing leaves out what only a screen needs. */
async function assertUsable(page) {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.className), 'skip');
  const wanted = await page.$eval('#q-labels', (code) => code.textContent);
  await page.$eval('button[data-of=q-labels]', (button) => button.focus());
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.getElementById('copied').textContent !== '');
  assert.equal(await page.$eval('#copied', (status) => status.textContent), 'The SQL is copied.');
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), wanted);
  await page.emulateMediaType('print');
  assert.equal(await page.$eval('nav', (nav) => getComputedStyle(nav).display), 'none');
  await page.emulateMediaType('screen');
}

/** The policy of the page stops what would leave it, whoever tries. */
async function assertClosed(page, asked) {
  const before = [...asked];
  const stopped = await page.evaluate(async () => {
    const fetched = await fetch('https://example.com/').then(
      () => false,
      () => true,
    );
    const image = new Image();
    const failed = new Promise((resolve) => {
      image.onerror = () => resolve(true);
      image.onload = () => resolve(false);
    });
    image.src = 'https://example.com/x.png';
    return [fetched, await failed];
  });
  assert.deepEqual(stopped, [true, true]);
  await new Promise((resolve) => setTimeout(resolve, 200));
  assert.deepEqual([...asked], before, 'a request got past the policy');
}

let browser;
try {
  const pages = makePages();
  // Chromium refuses to run in its sandbox as root.
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  browser = await puppeteer.launch({ executablePath, args });
  const permissions = browser.defaultBrowserContext();
  await permissions.overridePermissions('file://', ['clipboard-read', 'clipboard-write']).catch(() => {});
  let count = 0;
  for (const [name, path] of Object.entries(pages)) {
    for (const scheme of ['light', 'dark']) {
      for (const width of [1280, 390]) {
        // The others have the same parts: one of each theme and width is enough.
        if (name !== 'full' && (scheme === 'light') !== (width === 1280)) continue;
        const of = `${name}, ${scheme}, ${width} pixels`;
        const { page, said, asked } = await opened(browser, path, { scheme, width });
        assert.deepEqual(said, [], of);
        assert.deepEqual([...asked.values()], [pathToFileURL(path).href], of);
        assert.ok((await page.$$('svg')).length > 15, of);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(wide <= 0, `${of}: ${wide} pixels too wide`);
        if (screenshots) {
          mkdirSync(screenshots, { recursive: true });
          await page.screenshot({
            path: join(screenshots, `${name}-${scheme}-${width}.png`),
            fullPage: true,
          });
        }
        await assertAccessible(page, of);
        if (name === 'full' && scheme === 'light' && width === 1280) {
          await assertUsable(page);
          await assertClosed(page, asked);
        }
        count++;
        await page.close();
      }
    }
  }
  console.log(
    `report: ${count} pages opened in ${await browser.version()}: no error, no request, nothing serious`,
  );
} finally {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
}
