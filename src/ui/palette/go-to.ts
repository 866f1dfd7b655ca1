import { findScript } from '../../engine/registration.ts';
import { placeNames, places } from '../frame/places.ts';
import { allScripts } from '../names.ts';
import { secondOf } from '../format.ts';
import { optionWords } from '../words/option-words.ts';
import { groups, type SectionName } from '../settings/kinds.ts';
import { settingsWords } from '../words/settings-words.ts';
import { runsOf } from '../top-bar/runs.ts';
import { samples } from '../top-bar/samples.ts';
import { words as pageWords } from '../words/words.ts';
import type { Command, CommandContext } from './command.ts';
import { letterWords } from '../words/letter-words.ts';
import { paletteWords as words } from '../words/palette-words.ts';

type Icon = Command['icon'];
const make = (
  id: string,
  title: string,
  detail: string,
  icon: Icon,
  run: Command['run'],
  key?: string,
): Command => ({
  id,
  group: 'goTo',
  title,
  detail,
  icon,
  run,
  ...(key !== undefined && { key }),
});

const placeKeys = {
  stage: 's',
  settings: 'e',
  tests: undefined,
  lessons: undefined,
  workspaces: 'w',
} as const;

/** The places, the sections of Settings and what is in them. */
export function placesToGo({ now, router }: CommandContext): readonly Command[] {
  const goes =
    (...path: string[]) =>
    () => {
      router.go(...path);
      return '';
    };
  const setting = (title: string, section: SectionName, ...path: string[]) =>
    make(
      `set ${[section, ...path].join('/')}`,
      title,
      path.length === 0 ? words.kinds.settings : words.kinds.settingOf(settingsWords.sections[section]),
      'settings',
      goes('settings', section, ...path),
    );
  const options = Object.values(optionWords).flatMap((one) =>
    typeof one === 'object' && 'label' in one ? [one.label] : [],
  );
  return [
    ...placeNames.map((name) =>
      make(
        `place ${name}`,
        pageWords.places[name],
        words.kinds.place,
        places[name].icon,
        goes(...router.lastIn(name)),
        placeKeys[name],
      ),
    ),
    make('place author', words.makeCourse, words.kinds.place, places.lessons.icon, goes('lessons', 'author')),
    ...groups.flatMap(([, of]) => of.map((name) => setting(settingsWords.sections[name], name))),
    ...now.channels.map(({ id, name }) => setting(name, 'channels', String(id))),
    ...now.agents.map(({ id, name }) => setting(name, 'agents', String(id))),
    ...now.contacts.map(({ id, name }) => setting(name, 'contacts', String(id))),
    ...now.faqFolders.map(({ id, name }) => setting(name, 'faq', 'folder', String(id))),
    ...now.faqEntries.map(({ id, title }) => setting(title, 'faq', String(id))),
    ...now.quickReplies.map(({ id, name }) => setting(name, 'quickReplies', String(id))),
    ...now.triggers.map(({ id, event, script }) =>
      setting(`${String(event)} · ${findScript(now.folders, script)?.name ?? ''}`, 'triggers', String(id)),
    ),
    ...now.webhooks.map(({ id, name }) => setting(name, 'webhooks', String(id))),
    ...now.mocks.map(({ id, request }) => setting(`${request.method} ${request.url}`, 'mocks', String(id))),
    ...Object.keys(now.tables).map((name) => setting(name, 'tables', name)),
    make('letters', letterWords.label, words.kinds.settings, 'settings', goes('settings', 'window')),
    ...options.map((label, index) =>
      make(
        `option ${String(index)}`,
        label,
        words.kinds.settingOf(settingsWords.sections.options),
        'settings',
        goes('settings', 'options'),
      ),
    ),
  ];
}

/** Scripts and, where some letters are given, the lines that have them. */
export function scriptsToGo({ now, show }: CommandContext, query: string): readonly Command[] {
  const like = query.toLowerCase();
  // A script alone leaves the cursor where it was in it.
  const opens = (script: number, line: number) => () =>
    show({ script, line, column: 1, bottom: 'script', pane: 'bots' });
  return allScripts(now).flatMap(({ folder, script: { id, name, source } }) => [
    make(`script ${String(id)}`, name, `${words.kinds.script}, ${folder.name}`, 'script', opens(id, 0)),
    ...(like.length < 3
      ? []
      : source
          .split('\n')
          .flatMap((text, index) =>
            text.toLowerCase().includes(like)
              ? [
                  make(
                    `line ${String(id)} ${String(index)}`,
                    words.line(name, index + 1),
                    text.trim().slice(0, 200),
                    'script',
                    opens(id, index + 1),
                  ),
                ]
              : [],
          )),
  ]);
}

/** A line of the script that is open, by its number. */
export function lineToGo({ now, show, windowState }: CommandContext, query: string): readonly Command[] {
  const { script: open } = windowState.view.peek();
  const script = allScripts(now).find(({ script: { id } }) => id === open)?.script;
  const line = Number(query.trim());
  if (script === undefined || !Number.isInteger(line) || line < 1) return [];
  const lines = script.source.split('\n');
  const at = Math.min(line, lines.length);
  return [
    make(`line ${String(at)}`, words.line(script.name, at), (lines[at - 1] ?? '').trim(), 'script', () =>
      show({ script: open, line: at, column: 1, bottom: 'script', pane: 'bots' }),
    ),
  ];
}

/** The kinds of events that have happened, each at its last time. */
export function eventsToGo({ now, store, show }: CommandContext): readonly Command[] {
  const last = new Map(store.events.peek().map((event) => [event.type, event]));
  return [...last.values()].map(({ type, at, seq }) =>
    make(
      `event ${type}`,
      type,
      `${words.kinds.event}, ${words.lastAt(secondOf(Date.parse(at), now.timeZone))}`,
      'timeline',
      () => show({ event: seq, pane: 'timeline', lane: 'all' }),
    ),
  );
}

/** Other workspaces, and samples to make one of. */
export function workspacesToGo({ store, router }: CommandContext): readonly Command[] {
  const open = store.workspace.peek()?.id ?? '';
  const thenStage = (opening: Promise<void>) => {
    void opening.then(() => {
      router.go('stage');
    });
    return '';
  };
  return [
    ...runsOf(store.workspaces.peek(), open)
      .heads.filter(({ id }) => id !== open)
      .map(({ id, name }) =>
        make(`workspace ${id}`, name, words.kinds.workspace, 'workspaces', () => thenStage(store.open(id))),
      ),
    ...samples.map(([file, name]) =>
      make(`sample ${file}`, name, words.kinds.sample, 'workspaces', () => thenStage(store.openSample(file))),
    ),
  ];
}
