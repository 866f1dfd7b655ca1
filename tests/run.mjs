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
 * Journeys that fail are played once more, and named.
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
/** Journeys that failed, and passed when they were played by themselves. */
const unsteady = [];
const mostPlayedAgain = 3;

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

/** Runs the tests of projects, or those of some of their files. Tells for each that passed or failed; null where there is no result. */
async function play([project, ...more], files, env) {
  const report = join(resultsFolder, `${project}${files.length > 0 ? '-again' : ''}.json`);
  rmSync(report, { force: true });
  const projects = [project, ...more].flatMap((name) => ['--project', name]);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const passed = await run(programOf('vitest'), ['run', ...projects, ...reporters, ...files], env);
  const results = existsSync(report) ? readResults(report) : [];
  // A run can fail outside any test: an unhandled rejection, no result at all.
  const isTold = results.some((result) => !result.passed);
  return passed || isTold
    ? results
    : [...results, { file: null, name: `tests: ${project} (see above)`, passed: false }];
}

/** Skipped and todo tests count as nothing; a file that does not load counts as one that failed. */
function readResults(report) {
  return JSON.parse(readFileSync(report, 'utf8')).testResults.flatMap(
    ({ name: file, status, assertionResults }) => {
      const results = assertionResults
        .filter((test) => test.status === 'passed' || test.status === 'failed')
        .map((test) => ({ file, name: test.fullName, passed: test.status === 'passed' }));
      const isTold = results.some(({ passed }) => !passed);
      return status === 'failed' && !isTold ? [...results, { file, name: file, passed: false }] : results;
    },
  );
}

/**
 * `again`: files with a failure are played once more, by themselves, as long as they are few. A journey in a real browser on a
 * machine that is busy with other things can fail without a fault of the app; what passes then is named, so that it is mended.
 */
async function tests(projects, env, { again = false } = {}) {
  const start = Date.now();
  const [project] = projects;
  console.log(`\n== tests: ${project}`);
  let results = await play(projects, [], env);
  const failing = [...new Set(results.filter(({ passed }) => !passed).map(({ file }) => file))];
  if (again && failing.length > 0 && failing.length <= mostPlayedAgain && !failing.includes(null)) {
    console.log(`\n== tests: ${project}: ${failing.length} once more`);
    const second = await play(projects, failing, env);
    const passesNow = new Set(second.filter(({ passed }) => passed).map(keyOf));
    for (const result of results)
      if (!result.passed && passesNow.has(keyOf(result))) unsteady.push(result.name);
    results = [...results.filter(({ file }) => !failing.includes(file)), ...second];
  }
  for (const { name, passed } of results) count(name, passed);
  console.log(`== tests: ${project}: over (${((Date.now() - start) / 1000).toFixed(1)} s)`);
}

const keyOf = ({ file, name }) => `${file} ${name}`;

async function checks() {
  // Each keeps one processor busy.
  await Promise.all([
    check('types', programOf('tsc', 'typescript'), ['-b', '.', 'editors/vscode']),
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
  if (built)
    await tests(['browser-journeys'], { CHROME_PATH: browser, REHEARSAL_IS_BUILT: '1' }, { again: true });
}

if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(' ')}. There are --node and --browser.`);
  process.exit(2);
}
mkdirSync(resultsFolder, { recursive: true });
if (runs('--node')) {
  await checks();
  await tests(['node', 'node-alone']);
}
// Two journeys leave little room: it gets what they do not need, and as much as it takes not to be the last.
const linting = runs('--node') ? check('lint', programOf('eslint'), ['.'], 5) : null;
if (runs('--browser')) await browserPart();
await linting;

console.log('');
for (const name of unsteady) console.log(`unsteady, passed when played again: ${name}`);
for (const name of failures) console.log(`failed: ${name}`);
console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = counts.failed === 0 && counts.passed > 0 ? 0 : 1;
