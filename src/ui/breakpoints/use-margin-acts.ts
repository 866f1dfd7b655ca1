import type { Signal } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ScriptLanguage } from '../../engine/definition.ts';
import { useAppContext, type AppContextValue } from '../context.ts';
import type { MarginAct } from '../editor/breakpoint-gutter.ts';
import { movedLines } from '../edits/moved-lines.ts';
import { loadSentences, sentence } from '../sentence.ts';
import { breakpointsOf } from './breakpoints.ts';
import { isPlain, type LineBreakpoint } from './breakpoint-text.ts';
import { breakpointWords as words } from '../words/breakpoint-words.ts';
import { removeWithUndo } from './remove.ts';

/** What is said of the margin. What can be seen there is said to those only who do not see it. */
export type MarginNotice = { readonly text: string; readonly isPlain: boolean };

type About = {
  readonly script: number;
  readonly language: ScriptLanguage;
  readonly saved: string | null;
  readonly text: () => string;
  readonly said: Signal<MarginNotice>;
  readonly say: (text: string, isPlain?: boolean) => void;
  readonly menu: Signal<MarginAct | null>;
};

/** How long something that is said about the margin stays, in milliseconds. */
const saidFor = 7000;

/** What can be done in the margin of a script. */
export class MarginActs {
  readonly #here: Pick<AppContextValue, 'store' | 'help' | 'undo'>;
  /** Lines, as they are shown, of breakpoints that were just set. */
  readonly pending = new Map<number, number>();
  about: About;

  constructor(here: Pick<AppContextValue, 'store' | 'help' | 'undo'>, about: About) {
    this.#here = here;
    this.about = about;
  }

  get #breakpoints() {
    return breakpointsOf(this.#here.store);
  }

  /** The one that is shown on a line. */
  on(line: number): LineBreakpoint | undefined {
    const { list, shownLines } = this.#breakpoints;
    return list
      .peek()
      .find(
        (one): one is LineBreakpoint =>
          one.kind === 'line' &&
          one.script === this.about.script &&
          (shownLines.peek().get(one.id) ?? one.line) === line,
      );
  }

  async act(done: MarginAct): Promise<void> {
    const { line, how, place } = done;
    const there = this.on(line);
    if (how === 'menu') this.about.menu.value = done;
    else if (how === 'edit') this.edit(line, place, 'condition');
    else if (there === undefined) await this.set(line);
    else this.remove(there, line);
  }

  /** Sets a plain one; where no statement begins on the line, on the one that is meant, and says so. */
  async set(line: number): Promise<void> {
    const at = await this.#placed(line);
    if (at === null) return;
    const id = this.#breakpoints.add({
      kind: 'line',
      script: this.about.script,
      line: this.#inSaved(at),
    });
    this.pending.set(id, at);
    const said = this.#saidOf(line, at);
    this.about.say(said === '' ? words.set(at) : said, said === '');
  }

  /** Opens the form of the one on a line, or of one that would be there. */
  edit(line: number, place: DOMRect, focus: 'condition' | 'logMessage'): void {
    const { script, text } = this.about;
    const there = this.on(line);
    const open = (at: number, breakpoint: LineBreakpoint | Omit<LineBreakpoint, 'id'>) => {
      this.#breakpoints.edited.value = { breakpoint, line: at, source: text(), place, focus };
    };
    if (there !== undefined) open(line, there);
    else
      void this.#placed(line).then((at) => {
        if (at === null) return;
        const said = this.#saidOf(line, at);
        if (said !== '') this.about.say(said);
        open(at, { kind: 'line', script, line: this.#inSaved(at) });
      });
  }

  remove(one: LineBreakpoint, line: number): void {
    if (isPlain(one)) this.#breakpoints.remove(one.id);
    else removeWithUndo(this.#here, [one]);
    this.about.say(words.removed(line), true);
  }

  /** This text runs from now on: the breakpoints are where the editor shows their lines of it, and on statements. */
  async settle(source: string): Promise<void> {
    const { script, text } = this.about;
    const { shownLines, list, move } = this.#breakpoints;
    const own = list.peek().filter((one) => one.kind === 'line' && one.script === script);
    const shown = own.map((one) => shownLines.peek().get(one.id) ?? (one as LineBreakpoint).line);
    if (own.length === 0) return;
    const lines = movedLines(text(), source, shown);
    const placed = await this.#here.help.placeBreakpoints({ script, source }, lines);
    move(new Map(own.map(({ id }, index) => [id, (placed ?? lines)[index] ?? 1])));
  }

  /** Looks for those that stop nowhere, and for what nobody can evaluate. */
  async check(own: readonly LineBreakpoint[]): Promise<void> {
    const { script, text } = this.about;
    const { help, store } = this.#here;
    const { shownLines, problems } = breakpointsOf(store);
    const source = text();
    const lines = own.map(({ id, line }) => shownLines.peek().get(id) ?? line);
    if (own.length === 0) return;
    const placed = await help.placeBreakpoints({ script, source }, lines);
    const found = new Map<number, string>();
    await loadSentences();
    for (const [index, one] of own.entries()) {
      const line = lines[index] ?? one.line;
      if (placed !== null && placed[index] !== line) found.set(one.id, words.nowhere);
      if (isPlain(one)) continue;
      const { condition = '', hitCondition = '', logMessage = '' } = one;
      const wrong = await help.checkBreakpoint({ script, source, line, condition, hitCondition, logMessage });
      const said = wrong?.condition ?? wrong?.hitCondition ?? wrong?.logMessage ?? null;
      if (said !== null) found.set(one.id, sentence(said));
    }
    if (this.about.text() === source) problems.value = found;
  }

  /** Where one would be that is set on a line; null, which is said, where there is one already. */
  async #placed(line: number): Promise<number | null> {
    const { script, language, text, say } = this.about;
    const placed = await this.#here.help.placeBreakpoints({ script, source: text() }, [line]);
    const at = placed?.[0] ?? line;
    if (at === line || this.on(at) === undefined) return at;
    say(language === 'javascript' ? words.oneStatementIsThere : words.isThere(line, at));
    return null;
  }

  /** What is to be known of one that is set on a line; empty is nothing. */
  #saidOf(line: number, at: number): string {
    const { language, saved, text } = this.about;
    const said = language === 'javascript' ? words.oneStatement : at === line ? '' : words.moved(line, at);
    const isUnsaved = saved !== null && saved !== text();
    return [said, isUnsaved ? words.notSaved : ''].filter((one) => one !== '').join(' ');
  }

  /** A line of the text that is shown, in the one that runs. */
  #inSaved(line: number): number {
    const { saved, text } = this.about;
    return movedLines(text(), saved ?? text(), [line])[0] ?? line;
  }
}

/** What can be done in the margin; what it says is shown for some seconds. */
export function useMarginActs(about: Omit<About, 'say'>): MarginActs {
  const { store, help, undo } = useAppContext();
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const say = (text: string, isPlain = false) => {
    clearTimeout(timer.current);
    about.said.value = { text, isPlain };
    timer.current = setTimeout(() => {
      about.said.value = { text: '', isPlain: false };
    }, saidFor);
  };
  const whole = { ...about, say };
  const [acts] = useState(() => new MarginActs({ store, help, undo }, whole));
  acts.about = whole;
  useEffect(
    () => () => {
      clearTimeout(timer.current);
    },
    [],
  );
  return acts;
}
