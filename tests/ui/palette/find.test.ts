import { beforeAll, describe, expect, it } from 'vitest';
import type { CourseSummary } from '../../../src/protocol/course-api.ts';
import type { AppContextValue } from '../../../src/ui/context.ts';
import { createFilesState } from '../../../src/ui/files/files-state.ts';
import type { Command, CommandContext } from '../../../src/ui/palette/command.ts';
import { chosenAmong, find } from '../../../src/ui/palette/find.ts';
import { createPaletteState } from '../../../src/ui/palette/palette-state.ts';
import { requireWorld } from '../../../src/ui/store/store.ts';
import { createWindowState } from '../../../src/ui/window-state.ts';
import { openFakeWindow } from '../fake-window.ts';

const script = { id: 7, name: 'echobot message received', source: 'print("hello");\n' };

const went: string[] = [];
let here: CommandContext;

beforeAll(async () => {
  const { store, context: bare } = await openFakeWindow([script]);
  const windowState = createWindowState(null);
  windowState.change({ script: script.id });
  const context = {
    ...bare,
    windowState,
    palette: createPaletteState(null),
    keepers: { local: null, session: null },
    files: createFilesState(null),
  };
  here = {
    ...(context as unknown as AppContextValue),
    router: {
      go: (...path: readonly string[]) => void went.push(path.join('/')),
      lastIn: (place: string) => [place],
    } as unknown as CommandContext['router'],
    now: requireWorld(store),
    show: () => '',
  };
});

const course: CourseSummary = {
  id: 'bots',
  revision: 1,
  title: 'Chatbots in twelve steps',
  description: '',
  language: 'en',
  passed: 0,
  contents: [
    { id: 'hello', title: 'Say hello' },
    { id: 'hand-over', title: 'Hand over to a person' },
  ],
  builtIn: true,
  openedAt: null,
  draft: false,
  newer: null,
};

const first = (query: string): Command | undefined => find(here, query, [course])[0]?.shown[0];

describe('the palette', () => {
  it('puts first what has the very name that was typed, whatever could be done with it', () => {
    const found = find(here, 'echobot message received');

    expect(found.map(({ group }) => group)).toEqual(['goTo', 'do']);
    expect(found[0]?.shown[0]).toMatchObject({ title: script.name, id: 'script 7' });
  });

  it('keeps people, commands and places in their order where they fit alike', () => {
    expect(find(here, '').map(({ group }) => group)).toEqual(['people', 'do', 'goTo']);
  });

  it('takes a command that asks something first for what its name says, before a lesson of that name', () => {
    const rush = { ...course, contents: [{ id: 'rush', title: 'Rush hour' }] };

    const titles = find(here, 'rush hour', [rush]).map(({ shown }) => shown[0]?.title);

    expect(titles).toEqual(['Rush hour…', 'Rush hour']);
  });

  it('has the row chosen that was walked to, also when courses come that stand above it, and else the first', () => {
    const rowsWith = (courses: readonly CourseSummary[]) =>
      find(here, 'rush', courses).flatMap(({ shown }) => shown);
    const walkedTo = rowsWith([])[0]?.id ?? '';

    const late = rowsWith([{ ...course, contents: [{ id: 'rush', title: 'Rush' }] }]);

    expect(late.findIndex(({ id }) => id === walkedTo)).toBe(1);
    expect([chosenAmong(late, walkedTo), chosenAmong(late, '')]).toEqual([1, 0]);
  });

  it('finds a lesson by its title and leads to it', () => {
    const lesson = first('hand over to a');

    expect(lesson).toMatchObject({
      title: 'Hand over to a person',
      detail: 'lesson 2, Chatbots in twelve steps',
    });
    void lesson?.run();
    expect(went).toEqual(['lessons/bots/hand-over']);
  });

  it('finds the chat that a badge opens by what stands on it', () => {
    const { badgeHeader } = requireWorld(here.store).channels[0]?.properties ?? { badgeHeader: '' };
    expect(badgeHeader).not.toBe('');

    expect(first(badgeHeader)?.id).toBe('connect 1');
  });
});
