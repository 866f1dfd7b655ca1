import type { ScriptQuery, ScriptQueryResult } from '../../protocol/script-query.ts';
import type { AppContextValue } from '../context.ts';
import type { Looked } from '../help-client.ts';
import { sentence } from '../sentence.ts';
import { lookWords } from '../words/look-words.ts';
import { words } from '../words/words.ts';
import { renameScripts } from './rename-scripts.ts';
import { shownLooks, type ShownLooks } from './shown-looks.ts';
import { textsNow, type TextNow } from './texts-now.ts';

/** What is asked, without what is known of the script. */
export type PartialQuery = ScriptQuery extends infer Each
  ? Each extends ScriptQuery
    ? Omit<Each, 'script' | 'source' | 'written'>
    : never
  : never;

type Answer<Kind extends ScriptQueryResult['kind']> = Extract<ScriptQueryResult, { readonly kind: Kind }>;

/** What would come of a new name, or why not, in words; `says` is empty where another one was asked about meanwhile. */
export type RenamePreview =
  | { readonly kind: 'refused'; readonly says: string }
  | {
      readonly kind: 'ready';
      readonly says: string;
      readonly notes: readonly string[];
      /** Does it; tells why not, in words, or nothing. */
      readonly apply: () => Promise<string>;
    };

/** What an editor asks about its script as a whole and about all that share it, and where the answers show. */
export type ScriptQueries = {
  readonly ask: <Kind extends ScriptQueryResult['kind']>(
    asked: PartialQuery,
    kind: Kind,
    source: string,
  ) => Promise<Answer<Kind> | null>;
  readonly showOutline: (source: string, offset: number) => void;
  /** Shows where the name at a place is used, and says how often; or only says why nothing is shown: nothing where it was asked again. */
  readonly showReferences: (
    source: string,
    offset: number,
  ) => Promise<{ readonly isShown: boolean; readonly says: string }>;
  /** The name at a place, or why it cannot be changed: nothing where it was asked again. */
  readonly nameAt: (
    source: string,
    offset: number,
  ) => Promise<Answer<'name'> | { readonly kind: 'refused'; readonly says: string }>;
  readonly preview: (source: string, offset: number, name: string) => Promise<RenamePreview>;
};

export function scriptQueriesOf(context: AppContextValue, script: number): ScriptQueries {
  const { store, help } = context;
  const lookAt = (asked: PartialQuery, source: string, texts = textsNow(store)): Promise<Looked | null> => {
    const written = texts
      .filter(({ unsaved }) => unsaved)
      .map(({ script: id, source: text }) => ({ script: id, source: text }));
    return help.look({ ...asked, script, source, written });
  };
  const show = (part: Partial<ShownLooks>) => {
    const workspace = store.workspace.peek()?.id ?? '';
    const before = shownLooks.peek();
    const kept = before?.workspace === workspace ? before : { references: null, outline: null };
    shownLooks.value = { ...kept, workspace, ...part };
  };
  return {
    async ask(asked, kind, source) {
      const found = await lookAt(asked, source);
      return found?.kind === kind ? (found as Answer<typeof kind>) : null;
    },
    showOutline: (source, offset) => {
      show({ outline: { script, source, offset } });
    },
    async showReferences(source, offset) {
      const found = await lookAt({ kind: 'references', offset }, source);
      if (found?.kind !== 'references')
        return { isShown: false, says: found?.kind === 'nothing' ? lookWords.noReferences : whyNot(found) };
      show({ references: found });
      return { isShown: true, says: foundIn(found) };
    },
    async nameAt(source, offset) {
      const found = await lookAt({ kind: 'renameAt', offset }, source);
      if (found?.kind === 'name') return found;
      return { kind: 'refused', says: whyNot(found) };
    },
    async preview(source, offset, name) {
      const texts = textsNow(store);
      const found = await lookAt({ kind: 'rename', offset, name }, source, texts);
      if (found?.kind !== 'renamed') return { kind: 'refused', says: whyNot(found) };
      if (found.scripts.length > 0) return previewOf(context, found, texts);
      // The name that it has: how often that stands somewhere.
      const now = await lookAt({ kind: 'references', offset }, source, texts);
      const says = now?.kind === 'references' ? foundIn(now) : lookWords.sameName;
      return { kind: 'ready', says, notes: [], apply: () => Promise.resolve('') };
    },
  };
}

/** Why there is no answer; nothing where the same was asked again, which has it. */
function whyNot(found: Looked | null): string {
  if (found?.kind === 'refused') return sentence(found.reason);
  if (found?.kind !== 'unanswered') return lookWords.notLooked;
  return found.why === 'superseded' ? '' : words.notChecked[found.why];
}

const foundIn = ({ name, count, scripts }: Answer<'references'>): string =>
  lookWords.found(count, name, scripts);

function previewOf(
  context: AppContextValue,
  { name, scripts, warnings }: Answer<'renamed'>,
  from: readonly TextNow[],
): RenamePreview {
  const places = scripts.reduce((sum, { edits }) => sum + edits.length, 0);
  const touched = from.filter((one) => scripts.some(({ script }) => script === one.script));
  const settled = touched.find(({ changed }) => changed);
  if (settled !== undefined) return { kind: 'refused', says: lookWords.settleFirst(settled.name) };
  const unsaved = touched.filter((one) => one.unsaved).map((one) => one.name);
  return {
    kind: 'ready',
    says: lookWords.willChange(places, scripts.length),
    notes: [...(unsaved.length === 0 ? [] : [lookWords.savesToo(unsaved)]), ...warnings.map(sentence)],
    apply: async () => {
      const why = await renameScripts(context, name, scripts, from);
      // What stood under the editor is told of the old name.
      if (why === '' && shownLooks.peek() !== null) shownLooks.value = null;
      return why;
    },
  };
}
