import { useComputed, useSignal, type Signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { ScriptLanguage } from '../../engine/definition.ts';
import { useAppContext } from '../context.ts';
import { movedLines } from '../edits/moved-lines.ts';
import type { MarginAct } from '../editor/breakpoint-gutter.ts';
import type { BreakpointMark } from '../editor/breakpoint-mark.ts';
import { scriptOf } from '../names.ts';
import { breakpointsOf } from './breakpoints.ts';
import { markOf, type LineBreakpoint } from './breakpoint-text.ts';
import { breakpointWords as words } from '../words/breakpoint-words.ts';
import { marginItems } from './margin-items.ts';
import { MarginMenu, type MarginMenuItem } from './margin-menu.tsx';
import { useMarginActs, type MarginNotice } from './use-margin-acts.ts';
import './breakpoints.css';

/** What shows breakpoints in its margin: the editor of a script, or the text of a step that is looked at. */
type Shows = {
  readonly setBreakpoints: (marks: readonly BreakpointMark[]) => void;
  /** Where they are by now; absent where nothing can be typed. */
  readonly breakpointLines?: () => ReadonlyMap<number, number>;
  readonly announce?: (text: string) => void;
};

export type BreakpointMarginProps = {
  readonly editor: Shows;
  readonly script: number;
  readonly language: ScriptLanguage;
  /** The text that is shown, as it is by now. */
  readonly text: () => string;
  /** How often it was typed into, and what it was told to show last: each time, lines may have moved. */
  readonly typed: number;
  readonly given: object;
  /** What was done in the margin last. */
  readonly act: Signal<MarginAct | null>;
  /** What else can be done with a line. */
  readonly more?: (line: number) => readonly MarginMenuItem[];
};

/** How long the hands have to rest until it is looked at what breakpoints depend on, in milliseconds. */
const checkAfter = 400;

/** Shows the breakpoints of a script in the margin of its editor, and does what is asked for there. */
export function BreakpointMargin(props: BreakpointMarginProps) {
  const { editor, script, text, typed, given, act } = props;
  const { store } = useAppContext();
  // Also while the past is shown: it is what runs from now on. Null where the script is gone.
  const saved = useComputed(() => {
    const world = store.live.value?.world;
    return (world && scriptOf(world, script)?.source) ?? null;
  }).value;
  const breakpoints = breakpointsOf(store);
  const { list, problems, failed, shownLines, watched } = breakpoints;
  const own = list.value.filter((one): one is LineBreakpoint => one.kind === 'line' && one.script === script);
  const problemOf = (id: number) => problems.value.get(id) ?? failed.value.get(id);
  /** The stored line of each as it was when it was shown last. */
  const stored = useRef<ReadonlyMap<number, number>>(new Map());
  const wasSaved = useRef(saved);
  const said = useSignal<MarginNotice>({ text: '', isPlain: false });
  const menu = useSignal<MarginAct | null>(null);
  const acts = useMarginActs({ ...props, saved, said, menu });

  const show = () => {
    const now = editor.breakpointLines?.() ?? new Map<number, number>();
    const placed = own.map((one) => {
      const isKnown = now.has(one.id) && stored.current.get(one.id) === one.line;
      const line =
        acts.pending.get(one.id) ??
        (isKnown ? now.get(one.id) : movedLines(saved ?? text(), text(), [one.line])[0]);
      return [one, line ?? one.line] as const;
    });
    acts.pending.clear();
    stored.current = new Map(own.map(({ id, line }) => [id, line]));
    editor.setBreakpoints(placed.map(([one, line]) => markOf(one, line, problemOf(one.id))));
    shownLines.value = new Map(placed.map(([{ id }, line]) => [id, line]));
  };
  /** Another text is saved, here or elsewhere: its lines are what runs from now on. */
  const settle = () => {
    const isOther = wasSaved.current !== saved;
    wasSaved.current = saved;
    if (isOther && saved !== null && editor.breakpointLines !== undefined) void acts.settle(saved);
  };
  /** As they are drawn last: effects ask for them when what they depend on is another. */
  const latest = useRef({ show, settle, own });
  latest.current = { show, settle, own };
  const key = JSON.stringify([own, own.map(({ id }) => problemOf(id))]);
  useEffect(() => {
    latest.current.show();
  }, [editor, key]);
  useEffect(() => {
    if (editor.breakpointLines !== undefined) shownLines.value = editor.breakpointLines();
  }, [editor, shownLines, typed, given]);
  useEffect(() => {
    watched.value = editor.breakpointLines === undefined ? 0 : script;
    return () => {
      watched.value = 0;
      shownLines.value = new Map();
    };
  }, [editor, watched, shownLines, script]);
  useEffect(() => {
    latest.current.settle();
  }, [saved, typed]);
  useEffect(() => {
    const timer = setTimeout(() => void acts.check(latest.current.own), checkAfter);
    return () => {
      clearTimeout(timer);
    };
  }, [acts, key, typed, saved]);
  useEffect(
    () =>
      act.subscribe((done) => {
        if (done === null) return;
        act.value = null;
        void acts.act(done);
      }),
    [act, acts],
  );

  const asked = menu.value;
  return (
    <>
      {asked === null ? null : (
        <MarginMenu
          key={asked.line}
          label={words.marginMenu(asked.line)}
          place={asked.place}
          items={[...marginItems(acts, breakpoints, asked), ...(props.more?.(asked.line) ?? [])]}
          onClose={() => {
            menu.value = null;
          }}
        />
      )}
      <p
        class={said.value.text === '' || said.value.isPlain ? 'margin-said hidden-text' : 'margin-said'}
        role="status"
      >
        {said.value.text}
      </p>
    </>
  );
}
