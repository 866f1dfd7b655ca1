import type { Draft, DraftOptions, FilesApi, OpenedFile, Progress } from '../../protocol/files-api.ts';
import { BackupWriter, type Backup } from '../../scenario/backup.ts';
import type { ForeignChat } from '../../scenario/foreign-chat.ts';
import type { ScenarioFile } from '../../scenario/format.ts';
import { linkMeter } from '../../scenario/link-meter.ts';
import { encodeLink } from '../../scenario/link.ts';
import { parseScenario } from '../../scenario/parse.ts';
import type { FileProblem } from '../../scenario/problem.ts';
import { releasedSamples } from '../../scenario/released-samples.ts';
import { expectable, scenarioOf } from '../../scenario/scenario-of.ts';
import { verdictOf } from '../../scenario/verdict.ts';
import { writeScenario } from '../../scenario/write.ts';
import { allLater } from '../all-later.ts';
import { partLater } from '../part-later.ts';
import type { LoadJavaScript } from '../scripts/javascript-part.ts';
import type { Engine, Ports } from '../ports.ts';
import { scriptsOf } from '../scripts/script-sources.ts';
import { redacted, differencesOf, recordedAnew, type RedactedFile } from './redacted.ts';
import { courseCalls } from './course-calls.ts';
import { chosen, type Savable } from './draft.ts';
import { overviewOf } from './overview.ts';
import { inputsOf } from '../write/play-steps.ts';
import { playFile, type PlayedFile } from './play-file.ts';
import { readSource } from './read-source.ts';
import type { TestInTheMaking } from './save-test.ts';
import { entriesOf, toBackUp, unpack } from './unpack.ts';
import { addCourse, courseEntriesOf, unpackCourse } from './unpack-course.ts';

type CurrentFile = {
  readonly file: ScenarioFile;
  readonly began: 'file' | 'link';
  played: Promise<PlayedFile> | null;
};

/** What the service for files is made of. */
export type FilesParts = Pick<Ports, 'loadText'> & {
  readonly engine: Engine;
  readonly loadJavaScript?: LoadJavaScript;
};

/** Reads, plays and writes files. It has no database: whatever a file does to it, no workspace is touched (rulings 36). */
export function createFilesService({ engine, loadText, loadJavaScript }: FilesParts): FilesApi {
  let base = '';
  let app = 'Rehearsal';
  let looking: CurrentFile | null = null;
  let chat: ForeignChat | null = null;
  let savable: Savable | null = null;
  /** What came of what is saved, as it is. */
  let original: { readonly conversation: boolean; readonly played: Promise<PlayedFile> } | null = null;
  /** One that was looked at, and one that is made. */
  let backup: Backup | null = null;
  let making: BackupWriter | null = null;
  let test: TestInTheMaking | null = null;
  const load = (file: string): Promise<string> => loadText(new URL(file, base).href);
  const loadSample = (name: string) => load(`samples/${name}.json`).catch(() => null);

  function currentFile(): CurrentFile {
    if (looking === null) throw new Error('Nothing was looked at.');
    return looking;
  }

  function lookAt(file: ScenarioFile, began: 'file' | 'link', size: number): OpenedFile {
    looking = { file, began, played: null };
    return { kind: 'scenario', overview: overviewOf(file, size), began };
  }

  function play(progress?: Progress): Promise<PlayedFile> {
    const at = currentFile();
    at.played ??= playFile(engine, load, at.file, progress);
    return at.played;
  }

  function inTheMaking(): TestInTheMaking {
    if (test === null) throw new Error('There is no test in the making.');
    return test;
  }

  function fileOf(options: DraftOptions): ScenarioFile {
    if (savable === null) throw new Error('There is nothing to save.');
    return chosen(savable, options, app);
  }

  /** Names, notes and expectations are no part of the play, so that whoever types them does not wait for it. */
  function playedOriginal(conversation: boolean, file: ScenarioFile): Promise<PlayedFile> {
    if (original?.conversation !== conversation)
      original = { conversation, played: playFile(engine, load, file) };
    return original.played;
  }

  /** Without what is to be kept. Settings may name whoever took part in the conversation. */
  function cleanedFor(options: DraftOptions, file: ScenarioFile): RedactedFile {
    return redacted(file, options, options.conversation ? file : (savable?.conversation ?? file));
  }

  const lessons = allLater(
    courseCalls,
    partLater(async () => (await import('./lessons.ts')).createLessons(engine, load, loadJavaScript)),
  );

  return {
    connect(newBase, newApp) {
      base = newBase;
      app = newApp;
      return Promise.resolve();
    },
    async look(source): Promise<OpenedFile> {
      looking = null;
      backup = null;
      chat = null;
      const read = await readSource(source, loadSample);
      switch (read.kind) {
        case 'refused':
          return read;
        case 'backup':
          backup = read.backup;
          return { kind: 'backup', workspaces: entriesOf(engine, backup), courses: courseEntriesOf(backup) };
        case 'foreign':
          chat = read.chat;
          return { kind: 'foreign', chat, expectable: expectable(chat) };
        case 'course':
        case 'results':
          return read;
        case 'scenario':
          return lookAt(read.file, read.began, read.size);
      }
    },
    async fromChat({ world, channel, expectations }) {
      if (chat === null) throw new Error('There is no conversation to be played.');
      const { createRules } = await import('../write/rules.ts');
      const rules = createRules(loadJavaScript);
      await rules.prepare(scriptsOf(engine.createWorld(world)), load);
      const choice = { world, channel, expectations: new Set(expectations) };
      const { scenario, left } = scenarioOf(chat, choice, rules.runScript);
      return { looked: lookAt(scenario, 'file', writeScenario(scenario).length), left };
    },
    async check(progress) {
      const { steps, verdict, problem } = await play(progress);
      const events = steps.flatMap((step) => step.events);
      const messages = events.filter(({ type }) => type === 'message.saved').length;
      return { verdict, messages, problem };
    },
    async played(progress) {
      const { steps, problem } = await play(progress);
      if (problem !== null) return { problem };
      const { file, began } = currentFile();
      const { name, description, made, tags, bookmarks, opening = 0, world } = file;
      // Its events came about here, whatever made the file.
      const about = { description, made, tags, bookmarks };
      return { name, began, about, world, steps, openingSteps: opening };
    },
    take(conversation, setting) {
      savable = { conversation, setting };
      original = null;
      return Promise.resolve();
    },
    async draft(options): Promise<Draft> {
      const file = fileOf(options);
      const made = cleanedFor(options, file);
      const { file: clean, replaced, secrets } = made;
      const before = await playedOriginal(options.conversation, file);
      const after = clean === file ? before : await playFile(engine, load, clean);
      const saved = clean === file || after.problem !== null ? clean : recordedAnew(clean, after);
      const text = writeScenario(saved);
      return {
        name: saved.name,
        text,
        steps: file.steps.length,
        verdict: verdictOf(saved, after.steps),
        problem: unreadable(text) ?? after.problem,
        replaced,
        secrets,
        differences: clean === file ? [] : differencesOf(before, after, made),
      };
    },
    link(options) {
      const { file } = cleanedFor(options, fileOf(options));
      const meter = linkMeter(file, releasedSamples);
      const fragment = meter.verdict === 'tooLong' ? '' : encodeLink(file, releasedSamples);
      return Promise.resolve({ fragment, meter });
    },
    backupAdd(workspace) {
      making ??= new BackupWriter(app);
      making.add(toBackUp(workspace));
      return Promise.resolve();
    },
    backupAddCourse(course) {
      making ??= new BackupWriter(app);
      addCourse(making, course);
      return Promise.resolve();
    },
    backupDone() {
      const whole = (making ?? new BackupWriter(app)).done();
      making = null;
      return Promise.resolve(whole);
    },
    unpack(index) {
      const of = backup?.workspaces[index];
      if (backup === null || of === undefined) throw new Error('There is no such workspace in the backup.');
      const { workspace, problem } = unpack(engine, backup, of);
      return Promise.resolve(workspace ?? { problem });
    },
    unpackCourse(index) {
      const of = backup?.courses[index];
      if (backup === null || of === undefined) throw new Error('There is no such course in the backup.');
      return Promise.resolve(unpackCourse(backup, of));
    },
    async preview(request) {
      const { previewOf } = await import('../preview/preview.ts');
      await engine.prepare?.(scriptsOf(engine.createWorld(request.setting)), load);
      return previewOf(engine, request);
    },
    async readCalls(content) {
      const { readCalls } = await import('./read-calls.ts');
      return readCalls(content);
    },
    async port(request) {
      const { portOf } = await import('./port-bot.ts');
      return portOf(engine, load, request);
    },
    async compare(request) {
      const { comparePort } = await import('./compare-port.ts');
      return comparePort(engine, load, request);
    },
    async runAgain(request, differs) {
      const { runAgain } = await import('./run-again.ts');
      return runAgain(engine, load, request, differs);
    },
    async coverage(request) {
      const { cover } = await import('./cover.ts');
      return cover(request, load, loadJavaScript);
    },
    async suggestTest(request) {
      const [{ TestInTheMaking }, { createRules }] = await Promise.all([
        import('./save-test.ts'),
        import('../write/rules.ts'),
      ]);
      const { world, steps } = request.conversation;
      const rules = createRules(loadJavaScript);
      await rules.prepare(scriptsOf(engine.createWorld(world), inputsOf(steps)), load);
      test = new TestInTheMaking(request, rules.runScript);
      return test.draft;
    },
    cutTest: () => Promise.resolve(inTheMaking().cut()),
    makeTest: (choices) => Promise.resolve(inTheMaking().make(choices)),
    async explore(request, goesOn) {
      const { exploreOrders } = await import('./explore-orders.ts');
      return exploreOrders(load, loadJavaScript, request, goesOn);
    },
    ...lessons,
    ping: () => Promise.resolve(),
  };
}

/** Why what is saved could not be opened again. */
function unreadable(text: string): FileProblem | null {
  const parsed = parseScenario(text);
  return parsed.ok ? null : (parsed.problems[0] ?? { path: '', message: '' });
}
