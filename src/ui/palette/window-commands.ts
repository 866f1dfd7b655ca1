import { nextTimer } from '../../engine/timers.ts';
import { offerWayBack } from '../undo/way-back.ts';
import { words as pageWords } from '../words/words.ts';
import type { Command, CommandContext } from './command.ts';
import type { View } from '../window-state.ts';
import { restartWords } from '../words/restart-words.ts';
import { paletteWords as words } from '../words/palette-words.ts';

const speeds = [1, 2, 5, 10, 60, 100];

type Extra = { readonly icon?: Command['icon']; readonly key?: string };

const make = (
  id: string,
  title: string,
  detail: string,
  run: Command['run'],
  extra: Extra = {},
): Command => ({
  id,
  group: 'do',
  title,
  detail,
  icon: 'command',
  run,
  ...extra,
});

/** The clock: run, pause, how fast, and on to what happens next. */
export function clockCommands({ now, store }: CommandContext): readonly Command[] {
  const { paused, speed } = store.clock.peek();
  const kind = words.kinds.clock;
  const set = (clock: { readonly speed: number; readonly paused: boolean }) => () => {
    void store.setClock(clock);
    return '';
  };
  return [
    make('clock', paused ? pageWords.run : pageWords.pause, kind, set({ speed, paused: !paused }), {
      icon: paused ? 'run' : 'pause',
      key: 'p',
    }),
    ...(nextTimer(now) === null
      ? []
      : [
          make(
            'next timer',
            pageWords.nextTimer,
            kind,
            () => {
              void store.nextTimer();
              return '';
            },
            { icon: 'next', key: 't' },
          ),
        ]),
    ...speeds
      .filter((one) => one !== speed)
      .map((one) =>
        make(`speed ${String(one)}`, words.speed(pageWords.times(one)), kind, set({ speed: one, paused })),
      ),
  ];
}

/** The Console held still or let go on, cleared or shown again. */
function consoleCommands({ windowState, show, now }: Pick<CommandContext, 'windowState' | 'show' | 'now'>) {
  const { pausedAt, clearedTo } = windowState.view.peek();
  const act = (
    id: string,
    title: string,
    part: { readonly pausedAt: number } | { readonly clearedTo: number },
  ) => make(id, title, pageWords.console, () => show({ bottom: 'console', pane: 'bots', ...part }));
  return [
    pausedAt > 0
      ? act('resume console', words.resumeConsole, { pausedAt: 0 })
      : act('pause console', words.pauseConsole, { pausedAt: Math.max(now.seq, 1) }),
    clearedTo > 0
      ? act('show console', words.showConsole, { clearedTo: 0 })
      : act('clear console', words.clearConsole, { clearedTo: pausedAt > 0 ? pausedAt : now.seq }),
  ];
}

/** What belongs to the window: halves, tabs, keys, Undo, and starting over. */
export function windowCommands({
  windowState,
  show,
  palette,
  store,
  undo,
  now,
}: CommandContext): readonly Command[] {
  const { maximised } = windowState.view.peek();
  const kind = words.kinds.window;
  const half = (of: 'stage' | 'workbench') => () => show({ maximised: maximised === of ? 'none' : of });
  const labelOf = (of: 'stage' | 'workbench') =>
    maximised === of ? words.restoreHalves : pageWords.maximise[of];
  const tab = (name: View['bottom'], label: string) =>
    make(`tab ${name}`, words.show(label), kind, () => show({ bottom: name, pane: 'bots' }));
  const workspace = store.workspace.peek()?.id ?? '';
  const last = undo.last(workspace);
  return [
    ...(last === undefined
      ? []
      : [
          make(
            'undo',
            pageWords.undo.of(last.text),
            kind,
            async () => {
              const refusal = await last.act();
              if (refusal === '') undo.forget(last);
              return refusal;
            },
            { icon: 'restart' },
          ),
        ]),
    make('whole stage', labelOf('stage'), kind, half('stage'), { icon: 'larger', key: 'm' }),
    make('whole workbench', labelOf('workbench'), kind, half('workbench'), { icon: 'larger', key: 'b' }),
    tab('script', pageWords.script),
    tab('problems', pageWords.problems),
    tab('console', pageWords.console),
    ...consoleCommands({ windowState, show, now }),
    tab('http', pageWords.http),
    tab('automation', pageWords.automation),
    tab('tables', pageWords.tables),
    tab('coverage', words.coverage),
    make('pane timeline', words.show(pageWords.timeline), kind, () => show({ pane: 'timeline' })),
    make('start over', restartWords.startOver, words.kinds.conversation, async () => {
      if (!(await store.startOver())) return pageWords.storageProblem;
      offerWayBack({ store, undo }, workspace, pageWords.undo.startedOver);
      return '';
    }),
    make(
      'keys',
      words.keys,
      kind,
      () => {
        palette.shows.value = 'keys';
        return '';
      },
      { key: '?' },
    ),
    make('letters', palette.letters.peek() ? words.lettersOff : words.lettersOn, kind, () => {
      palette.setLetters(!palette.letters.peek());
      return '';
    }),
  ];
}
