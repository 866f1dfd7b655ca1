import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { setPriority } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { provideBrowser } from './support/find-browser.mjs';

/*
 * `npm test`: the checks (types, format), the tests that need no browser, the build and the journeys through the built
 * app in a real browser, with lint beside them where they leave room. `--node` and `--browser` run a part. Every check counts as one.
 * The last line is always `N passed, N failed`.
 */

const root = fileURLToPath(new URL('..', import.meta.url));
const resultsFolder = join(root, 'tests/results');
const programs = createRequire(import.meta.url);
const asked = process.argv.slice(2);
const unknown = asked.filter((flag) => flag !== '--node' && flag !== '--browser');
const runs = (part) => asked.length === 0 || asked.includes(part);

const counts = { passed: 0, failed: 0 };
const failures = [];

function count(name, passed) {
  counts[passed ? 'passed' : 'failed'] += 1;
  if (!passed) failures.push(name);
}

/** The script behind a package's command, so that neither a shell nor `npx` is needed. */
function programOf(command, packageName = command) {
  const manifest = findManifest(packageName);
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8'));
  return join(dirname(manifest), typeof bin === 'string' ? bin : bin[command]);
}

function findManifest(packageName) {
  for (const folder of programs.resolve.paths(packageName)) {
    const manifest = join(folder, packageName, 'package.json');
    if (existsSync(manifest)) return manifest;
  }
  throw new Error(`${packageName} is not installed. Run \`npm ci\` first.`);
}

function run(program, args, env = {}, priority = 0) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [program, ...args], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
    });
    if (priority > 0 && child.pid !== undefined) setPriority(child.pid, priority);
    child.on('close', (code) => resolve(code === 0));
  });
}

async function check(name, program, args, priority) {
  const start = Date.now();
  console.log(`\n== ${name}`);
  const passed = await run(program, args, {}, priority);
  console.log(`== ${name}: ${passed ? 'passed' : 'FAILED'} (${((Date.now() - start) / 1000).toFixed(1)} s)`);
  count(name, passed);
  return passed;
}

async function tests(project, env) {
  const start = Date.now();
  console.log(`\n== tests: ${project}`);
  const file = join(resultsFolder, `${project}.json`);
  rmSync(file, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const passed = await run(programOf('vitest'), ['run', '--project', project, ...reporters], env);
  const counted = countTests(file);
  console.log(`== tests: ${project}: over (${((Date.now() - start) / 1000).toFixed(1)} s)`);
  // A run can fail outside any test: a file that does not load, an unhandled rejection, no result at all.
  if (!passed && counted === 0) count(`tests: ${project} (see above)`, false);
}

/** Adds the results of one project and returns how many failed. Skipped and todo tests count as nothing. */
function countTests(file) {
  if (!existsSync(file)) return 0;
  const before = counts.failed;
  for (const { name, status, assertionResults } of JSON.parse(readFileSync(file, 'utf8')).testResults) {
    for (const { fullName, status: result } of assertionResults) {
      if (result === 'passed' || result === 'failed') count(fullName, result === 'passed');
    }
    if (status === 'failed' && assertionResults.every((test) => test.status !== 'failed')) count(name, false);
  }
  return counts.failed - before;
}

async function checks() {
  // Each keeps one processor busy.
  await Promise.all([
    check('types', programOf('tsc', 'typescript'), ['-b']),
    check('format', programOf('prettier'), ['--check', '--log-level=warn', '.']),
  ]);
}

async function browserPart() {
  let browser;
  try {
    browser = provideBrowser();
  } catch (error) {
    console.error(`\n${error.message}`);
    count('a browser to test in', false);
    return;
  }
  console.log(`\nBrowser: ${browser}`);
  const built = await check('build', programOf('vite'), ['build', '--logLevel', 'warn']);
  if (built) await tests('browser-journeys', { CHROME_PATH: browser, REHEARSAL_IS_BUILT: '1' });
}

if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(' ')}. There are --node and --browser.`);
  process.exit(2);
}
mkdirSync(resultsFolder, { recursive: true });
if (runs('--node')) {
  await checks();
  await tests('node');
}
// Journeys wait now and then; it may not keep them waiting.
const linting = runs('--node') ? check('lint', programOf('eslint'), ['.'], 15) : null;
if (runs('--browser')) await browserPart();
await linting;

console.log('');
for (const name of failures) console.log(`failed: ${name}`);
console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = counts.failed === 0 && counts.passed > 0 ? 0 : 1;
