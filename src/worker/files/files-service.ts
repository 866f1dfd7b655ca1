import type { Checked, Draft, DraftOptions, FilesApi, Looked, Progress } from '../../protocol/files-api.ts';
import type { ScenarioFile } from '../../scenario/format.ts';
import { linkMeter } from '../../scenario/link-meter.ts';
import { encodeLink } from '../../scenario/link.ts';
import { releasedSamples } from '../../scenario/released-samples.ts';
import { writeScenario } from '../../scenario/write.ts';
import type { Engine, Ports } from '../ports.ts';
import { chosen, type Savable } from './draft.ts';
import { overviewOf } from './overview.ts';
import { playFile, type PlayedFile } from './play-file.ts';
import { readSource } from './read-source.ts';

type Looking = {
  readonly file: ScenarioFile;
  readonly began: 'file' | 'link';
  played: Promise<PlayedFile> | null;
};

/** Reads, plays and writes files. It has no database: whatever a file does to it, no workspace is touched (rulings 36). */
export function createFilesService({
  engine,
  loadText,
}: Pick<Ports, 'loadText'> & { readonly engine: Engine }): FilesApi {
  let base = '';
  let app = 'Rehearsal';
  let looking: Looking | null = null;
  let savable: Savable | null = null;
  const load = (file: string): Promise<string> => loadText(new URL(file, base).href);
  const loadSample = (name: string) => load(`samples/${name}.json`).catch(() => null);

  function lookedAt(): Looking {
    if (looking === null) throw new Error('Nothing was looked at.');
    return looking;
  }

  function play(progress?: Progress): Promise<PlayedFile> {
    const at = lookedAt();
    at.played ??= playFile(engine, load, at.file, progress);
    return at.played;
  }

  function fileOf(options: DraftOptions): ScenarioFile {
    if (savable === null) throw new Error('There is nothing to save.');
    return chosen(savable, options, app);
  }

  return {
    connect(newBase, newApp) {
      base = newBase;
      app = newApp;
      return Promise.resolve();
    },
    async look(source): Promise<Looked> {
      looking = null;
      const { result, began, size } = await readSource(source, loadSample);
      if (!result.ok) return { kind: 'refused', problems: result.problems };
      looking = { file: result.scenario, began, played: null };
      return { kind: 'scenario', overview: overviewOf(result.scenario, size), began };
    },
    async check(progress): Promise<Checked> {
      const { steps, verdict, problem } = await play(progress);
      const events = steps.flatMap((step) => step.events);
      const messages = events.filter(({ type }) => type === 'message.saved').length;
      return { verdict, messages, problem };
    },
    async played(progress) {
      const { steps, problem } = await play(progress);
      if (problem !== null) return { problem };
      const { file, began } = lookedAt();
      const { name, description, made, tags, bookmarks, opening = 0, world } = file;
      // Its events came about here, whatever made the file.
      const about = { description, made, tags, bookmarks };
      return { name, began, about, world, steps, openingSteps: opening };
    },
    take(conversation, setting) {
      savable = { conversation, setting };
      return Promise.resolve();
    },
    async draft(options): Promise<Draft> {
      const file = fileOf(options);
      const { verdict } = await playFile(engine, load, file);
      const steps = file.steps.length;
      return { text: writeScenario(file), steps, verdict, replaced: [], secrets: [], differences: [] };
    },
    link(options) {
      const file = fileOf(options);
      const meter = linkMeter(file, releasedSamples);
      const fragment = meter.verdict === 'tooLong' ? '' : encodeLink(file, releasedSamples);
      return Promise.resolve({ fragment, meter });
    },
    ping: () => Promise.resolve(),
  };
}
