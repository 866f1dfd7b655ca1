import { isTimeZone } from '../engine/availability.ts';
import type { WorldFile } from '../engine/definition.ts';
import type { ScenarioFile } from './format.ts';
import { limits } from './limits.ts';
import { parseInstant } from './time.ts';
import { pathText, problemLimit } from './problem.ts';
import type { FileProblem } from './problem.ts';
import { stepProblems } from './step-references.ts';

type Key = string | number;

/**
 * What one thing of a file says about another must be true: ids are unique within their kind, and what
 * is named exists (reliability I10). Nothing is guessed or mended.
 */
export function referenceProblems(scenario: ScenarioFile): readonly FileProblem[] {
  const { world } = scenario;
  return [
    ...momentProblems(world),
    ...uniqueness(world),
    ...channelProblems(world),
    ...otherProblems(world),
    ...faqProblems(world),
    ...stepProblems(scenario),
    ...markProblems(scenario),
  ].slice(0, problemLimit);
}

const at = (keys: readonly Key[], message: string): FileProblem => ({ path: pathText(keys), message });

function momentProblems(world: WorldFile): FileProblem[] {
  const problems: FileProblem[] = [];
  if (parseInstant(world.startsAt) === null) {
    problems.push(
      at(['world', 'startsAt'], 'There is no such moment. Give one such as "2026-03-02T09:00:00Z".'),
    );
  }
  const zones: (readonly [readonly Key[], string | undefined])[] = [[['world', 'timeZone'], world.timeZone]];
  (world.channels ?? []).forEach((channel, index) => {
    const path = ['world', 'channels', index, 'properties', 'openingHours', 'timeZone'];
    zones.push([path, channel.properties?.openingHours?.timeZone]);
  });
  for (const [path, zone] of zones) {
    if (zone !== undefined && zone !== '' && !isTimeZone(zone)) {
      problems.push(at(path, `There is no time zone “${zone}”. Use an IANA name such as "Europe/Oslo".`));
    }
  }
  return problems;
}

/** Bookmarks and the end of the opening scene are at steps that there are. */
function markProblems({ bookmarks = [], opening = 0, steps }: ScenarioFile): FileProblem[] {
  const last = steps.length;
  const beyond = (keys: readonly Key[], step: number) =>
    step <= last ? [] : [at(keys, `There is no step ${String(step)}: the file has ${String(last)}.`)];
  return [
    ...beyond(['opening'], opening),
    ...bookmarks.flatMap(({ step }, index) => beyond(['bookmarks', index, 'step'], step)),
  ];
}

type Identified = { readonly id?: number | undefined };

function uniqueness(world: WorldFile): FileProblem[] {
  const lists: (readonly [readonly Key[], readonly Identified[] | undefined])[] = [
    [['world', 'agents'], world.agents],
    [['world', 'channels'], world.channels],
    [['world', 'folders'], world.folders],
    [['world', 'triggers'], world.triggers],
    [['world', 'webhooks'], world.webhooks],
    [['world', 'faq', 'folders'], world.faq?.folders],
    [['world', 'faq', 'entries'], world.faq?.entries],
    [['world', 'mocks'], world.mocks],
    [['world', 'contacts'], world.contacts],
    [['world', 'quickReplies'], world.quickReplies],
    [['world', 'personas'], world.personas],
  ];
  const problems = lists.flatMap(([path, list]) =>
    repeated((list ?? []).map((thing, index) => [[...path, index, 'id'], thing.id] as const)),
  );
  const scripts = (world.folders ?? []).flatMap((folder, f) =>
    (folder.scripts ?? []).map(
      (script, s) => [['world', 'folders', f, 'scripts', s, 'id'] as readonly Key[], script.id] as const,
    ),
  );
  const folders = (world.folders ?? []).map(
    (folder, f) => [['world', 'folders', f, 'name'] as readonly Key[], folder.name] as const,
  );
  return [...problems, ...tooManyScripts(scripts.length), ...repeated(scripts), ...repeated(folders)];
}

function tooManyScripts(count: number): FileProblem[] {
  const most = String(limits.scripts);
  if (count <= limits.scripts) return [];
  return [at(['world', 'folders'], `A world holds at most ${most} scripts, not ${String(count)}.`)];
}

function repeated(values: readonly (readonly [readonly Key[], Key | undefined])[]): FileProblem[] {
  const seen = new Map<Key, readonly Key[]>();
  const problems: FileProblem[] = [];
  for (const [path, value] of values) {
    if (value === undefined) continue;
    const first = seen.get(value);
    if (first === undefined) seen.set(value, path);
    else problems.push(at(path, `${pathText(first)} is ${JSON.stringify(value)} too. Give each its own.`));
  }
  return problems;
}

function channelProblems(world: WorldFile): FileProblem[] {
  const agents = new Set((world.agents ?? []).map((agent) => agent.id));
  const folders = new Set((world.folders ?? []).map((folder) => folder.name));
  const faqFolders = new Set((world.faq?.folders ?? []).map((folder) => folder.id));
  return (world.channels ?? []).flatMap((channel, index) => {
    const path: readonly Key[] = ['world', 'channels', index];
    const problems: FileProblem[] = [];
    const members = channel.members ?? [];
    members.forEach((member, m) => {
      if (!agents.has(member.agent)) {
        problems.push(at([...path, 'members', m, 'agent'], missing('agent', member.agent, 'world.agents')));
      }
    });
    problems.push(...repeated(members.map((member, m) => [[...path, 'members', m, 'agent'], member.agent])));
    const folder = channel.bot?.folder ?? '';
    if (folder !== '' && !folders.has(folder)) {
      problems.push(at([...path, 'bot', 'folder'], missing('folder', folder, 'world.folders')));
    }
    const faqFolder = channel.preChatForm?.faqFolder ?? 0;
    if (faqFolder !== 0 && !faqFolders.has(faqFolder)) {
      problems.push(
        at([...path, 'preChatForm', 'faqFolder'], missing('folder', faqFolder, 'world.faq.folders')),
      );
    }
    return problems;
  });
}

const missing = (kind: string, value: Key, list: string): string =>
  `There is no ${kind} ${JSON.stringify(value)}. Add it to ${list}, or name one that is there.`;

function otherProblems(world: WorldFile): FileProblem[] {
  const agents = new Set((world.agents ?? []).map((agent) => agent.id));
  const scripts = new Set(
    (world.folders ?? []).flatMap((folder) => (folder.scripts ?? []).map(({ id }) => id)),
  );
  const problems: FileProblem[] = [];
  (world.triggers ?? []).forEach((trigger, index) => {
    if (scripts.has(trigger.script)) return;
    const path = ['world', 'triggers', index, 'script'];
    problems.push(at(path, missing('script', trigger.script, 'a folder of world.folders')));
  });
  (world.quickReplies ?? []).forEach((reply, index) => {
    if (reply.agent === undefined || agents.has(reply.agent)) return;
    problems.push(
      at(['world', 'quickReplies', index, 'agent'], missing('agent', reply.agent, 'world.agents')),
    );
  });
  return problems;
}

function faqProblems(world: WorldFile): FileProblem[] {
  const folders = world.faq?.folders ?? [];
  const parents = new Map(folders.map((folder) => [folder.id, folder.parent ?? 0]));
  const problems: FileProblem[] = [];
  folders.forEach((folder, index) => {
    const path = ['world', 'faq', 'folders', index, 'parent'];
    const parent = folder.parent ?? 0;
    if (parent !== 0 && !parents.has(parent))
      problems.push(at(path, missing('folder', parent, 'world.faq.folders')));
    else if (isInItself(folder.id, parents))
      problems.push(at(path, 'This folder lies in itself. Choose another parent.'));
  });
  (world.faq?.entries ?? []).forEach((entry, index) => {
    const folder = entry.folder ?? 0;
    if (folder === 0 || parents.has(folder)) return;
    problems.push(
      at(['world', 'faq', 'entries', index, 'folder'], missing('folder', folder, 'world.faq.folders')),
    );
  });
  return problems;
}

function isInItself(id: number, parents: ReadonlyMap<number, number>): boolean {
  const seen = new Set<number>();
  for (let at = parents.get(id) ?? 0; at !== 0 && !seen.has(at); at = parents.get(at) ?? 0) {
    if (at === id) return true;
    seen.add(at);
  }
  return false;
}
