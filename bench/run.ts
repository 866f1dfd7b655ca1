import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { parseScenario } from '../src/scenario/parse.ts';
import { full, quick } from './amounts.ts';
import { judge, readBaseline, writeBaseline } from './baseline.ts';
import { buildAll, root } from './bundles.ts';
import { measureDrawing } from './drawing.ts';
import {
  appFigures,
  drawFigures,
  engineFigures,
  exploreFigures,
  memoryFigure,
  openingFigures,
  pastFigures,
  rewindFigures,
  sizeFigure,
  storageFigures,
  rushHourFigures,
  typingFigures,
  watchingFigures,
  type Figure,
} from './figures.ts';
import type { measureEngine as measure } from './engine-speed.ts';
import { javascriptFigures } from './javascript-figures.ts';
import type { measureJavaScript as measureBots } from './javascript-speed.ts';
import { measureFirstLoad } from './first-load.ts';
import { measureApp } from './in-app.ts';
import { measureInWorker } from './in-worker.ts';
import { load, machineFacts } from './machine.ts';
import { scriptFigures } from './script-figures.ts';
import { measureScriptsInNode } from './script-speed-in-node.ts';
import { filesOf, machineLines, tableOf } from './table.ts';
import { measureMemory } from './memory.ts';
import { measureRewind } from './rewind.ts';
import { measureRushHour } from './rush-hour.ts';
import { measureTyping } from './typing.ts';
import { measureWatching } from './watching.ts';

/*
 * `npm run bench`: measures the engine, the storage and the built app, prints them beside the ratios of
 * `baseline.json` and writes all of it to `bench/results/`. `--quick` takes fewer samples. `--set-baseline`
 * keeps the ratios of this run. A slower figure is told, and is no failure: machines differ, and so do days.
 */

async function main(flags: readonly string[]): Promise<void> {
  const unknown = flags.filter((flag) => flag !== '--quick' && flag !== '--set-baseline');
  if (unknown.length > 0) {
    console.error(`Unknown: ${unknown.join(' ')}. There are --quick and --set-baseline.`);
    process.exitCode = 2;
    return;
  }
  const isQuick = flags.includes('--quick');
  const amounts = isQuick ? quick : full;
  const started = new Date();
  const loadBefore = load();
  const say = (text: string) => {
    console.error(`${((Date.now() - started.getTime()) / 1000).toFixed(0).padStart(4)} s  ${text}`);
  };

  say('building');
  const bundles = await buildAll();
  const scenario = await sample();
  say('the engine in Node');
  const { measureEngine } = (await import(pathToFileURL(bundles.node).href)) as {
    measureEngine: typeof measure;
  };
  const inNode = measureEngine(scenario.world, amounts);
  say('scripts in Node');
  const scriptsInNode = await measureScriptsInNode(bundles, amounts.scriptRounds);
  say('bots in JavaScript in Node');
  const { measureJavaScript } = (await import(pathToFileURL(bundles.javascript).href)) as {
    measureJavaScript: typeof measureBots;
  };
  const javascript = await measureJavaScript(scenario.world, await readFile(bundles.wasm), amounts.rounds);
  say('scripts, engine and storage in a worker of Chromium');
  const { figures: inWorker, browser } = await measureInWorker(bundles.page, { scenario, amounts });
  say('the app');
  const times = await measureApp(bundles, amounts);
  const drawing = await measureDrawing(bundles, scenario.world, amounts);
  const rewinding = await measureRewind(bundles, scenario.world, amounts);
  const typing = await measureTyping(bundles);
  const rushHour = await measureRushHour(bundles);
  const watching = await measureWatching(bundles, scenario.world);
  const memory = await measureMemory(bundles, scenario.world, amounts);
  const files = await measureFirstLoad(bundles);
  say('done\n');

  const figures: readonly Figure[] = [
    ...engineFigures('Node', inNode),
    ...engineFigures('Chromium', inWorker.engine),
    ...scriptFigures('Node', scriptsInNode),
    ...scriptFigures('Chromium', inWorker.scripts),
    ...javascriptFigures('Node', javascript),
    ...javascriptFigures('Chromium', inWorker.javascript),
    ...storageFigures(inWorker),
    ...openingFigures(inWorker),
    ...pastFigures(inWorker),
    ...exploreFigures(inWorker),
    ...appFigures(times),
    ...drawFigures(drawing),
    ...rewindFigures(rewinding),
    ...typingFigures(typing),
    ...rushHourFigures(rushHour),
    ...watchingFigures(watching),
    memoryFigure(memory),
    sizeFigure(files),
  ];
  const machine = machineFacts(browser, loadBefore);
  const baseline = await readBaseline();
  const name = started.toISOString();
  console.log(`Run ${name}${isQuick ? ' (quick)' : ''}\n${machineLines(machine)}\n`);
  console.log(`${tableOf(figures, baseline)}\n\nOf the kilobytes:\n${filesOf(files)}\n`);

  const result = {
    run: name,
    quick: isQuick,
    amounts,
    machine,
    figures: figures.map((figure) => ({ ...figure, verdict: judge(figure, baseline) })),
    measured: {
      node: inNode,
      scripts: scriptsInNode,
      javascript,
      worker: inWorker,
      app: times,
      drawing,
      rewinding,
      typing,
      rushHour,
      watching,
      memory,
      files,
    },
  };
  const file = `bench/results/${name.replaceAll(':', '-')}.json`;
  await mkdir(`${root}bench/results`, { recursive: true });
  await writeFile(root + file, `${JSON.stringify(result, null, 2)}\n`);
  console.log(`Written to ${file}`);
  if (flags.includes('--set-baseline')) await writeBaseline(figures, baseline);
}

/** The sample workspace: the benchmark talks to the bot that a first visit meets. */
async function sample() {
  const parsed = parseScenario(await readFile(`${root}public/scenarios/first-visit.json`, 'utf8'));
  if (!parsed.ok) throw new Error('The sample scenario cannot be read.');
  return parsed.scenario;
}

await main(process.argv.slice(2));
