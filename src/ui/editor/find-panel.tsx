import {
  closeSearchPanel,
  findNext,
  findPrevious,
  getSearchQuery,
  replaceAll,
  replaceNext,
  search,
  SearchQuery,
  setSearchQuery,
} from '@codemirror/search';
import { EditorState } from '@codemirror/state';
import { runScopeHandlers, type EditorView, type Panel } from '@codemirror/view';
import { render } from 'preact';
import { Icon } from '../controls/icon.tsx';
import { words } from '../words/words.ts';
import { editorWords } from '../words/editor-words.ts';

/** So many are counted: more tell nobody more, and a long script with a short word is counted at each key. */
const most = 999;

/** How many places there are, and which of them is selected, from 1; 0 is none of them. */
export function placesOf(
  state: EditorState,
  query: SearchQuery,
): { readonly at: number; readonly of: number } {
  if (!query.valid) return { at: 0, of: 0 };
  const { from, to } = state.selection.main;
  const cursor = query.getCursor(state);
  let at = 0;
  let of = 0;
  for (let next = cursor.next(); next.done !== true && of <= most; next = cursor.next()) {
    of += 1;
    if (next.value.from === from && next.value.to === to) at = of;
  }
  return { at, of };
}

function saying(state: EditorState, query: SearchQuery): string {
  if (query.search === '') return '';
  if (!query.valid) return editorWords.findPanel.noPattern;
  const { at, of } = placesOf(state, query);
  if (of === 0) return editorWords.findPanel.nothing;
  return editorWords.findPanel.count(at, of > most ? `${String(most)}+` : String(of));
}

type FindPanelProps = { readonly view: EditorView; readonly query: SearchQuery };

function FindPanel({ view, query }: FindPanelProps) {
  const said = editorWords.findPanel;
  const change = (part: Partial<ConstructorParameters<typeof SearchQuery>[0]>) => {
    const { search: text, replace, caseSensitive, regexp, wholeWord } = query;
    const next = new SearchQuery({ search: text, replace, caseSensitive, regexp, wholeWord, ...part });
    view.dispatch({ effects: setSearchQuery.of(next) });
  };
  const toggle = (label: string, sign: string, isOn: boolean, part: Parameters<typeof change>[0]) => (
    <button
      type="button"
      class="find-toggle"
      aria-pressed={isOn}
      aria-label={label}
      title={label}
      onClick={() => {
        change(part);
      }}
    >
      <span aria-hidden="true">{sign}</span>
    </button>
  );
  const act = (label: string, icon: 'up' | 'down' | 'close', run: (of: EditorView) => boolean) => (
    <button
      type="button"
      class={`find-icon find-${icon}`}
      aria-label={label}
      title={label}
      onClick={() => run(view)}
    >
      <Icon name={icon} />
    </button>
  );
  const enter = (run: (event: KeyboardEvent) => boolean) => (event: KeyboardEvent) => {
    if (event.isComposing || event.key !== 'Enter') return;
    event.preventDefault();
    run(event);
  };
  return (
    <div class="find-panel" role="search" aria-label={said.title}>
      <div class="find-row">
        <input
          class="find-field"
          type="text"
          main-field="true"
          aria-label={said.find}
          placeholder={said.find}
          spellcheck={false}
          value={query.search}
          onInput={({ currentTarget }) => {
            change({ search: currentTarget.value });
          }}
          onKeyDown={enter(({ shiftKey }) => (shiftKey ? findPrevious(view) : findNext(view)))}
        />
        {toggle(said.matchCase, 'Aa', query.caseSensitive, { caseSensitive: !query.caseSensitive })}
        {toggle(said.wholeWord, 'ab', query.wholeWord, { wholeWord: !query.wholeWord })}
        {toggle(said.pattern, '.*', query.regexp, { regexp: !query.regexp })}
        <span class="find-count" role="status">
          {saying(view.state, query)}
        </span>
        {act(said.previous, 'up', findPrevious)}
        {act(said.next, 'down', findNext)}
        {act(words.close, 'close', closeSearchPanel)}
      </div>
      <div class="find-row">
        <input
          class="find-field"
          type="text"
          aria-label={said.replace}
          placeholder={said.replace}
          spellcheck={false}
          value={query.replace}
          onInput={({ currentTarget }) => {
            change({ replace: currentTarget.value });
          }}
          onKeyDown={enter(() => replaceNext(view))}
        />
        <button type="button" class="find-word" onClick={() => replaceNext(view)}>
          {said.replaceOne}
        </button>
        <button type="button" class="find-word" onClick={() => replaceAll(view)}>
          {said.replaceAll}
        </button>
      </div>
    </div>
  );
}

/** Find and replace, in the window's own look; its keys are the editor's. */
function createPanel(view: EditorView): Panel {
  const dom = document.createElement('div');
  dom.addEventListener('keydown', (event) => {
    if (runScopeHandlers(view, event, 'search-panel')) event.preventDefault();
  });
  const draw = (of: EditorView) => {
    render(<FindPanel view={of} query={getSearchQuery(of.state)} />, dom);
  };
  draw(view);
  return {
    dom,
    top: true,
    mount: () => {
      dom.querySelector<HTMLInputElement>('[main-field]')?.select();
    },
    update: ({ view: of, docChanged, selectionSet, transactions }) => {
      const asked = transactions.some(({ effects }) => effects.some((one) => one.is(setSearchQuery)));
      if (docChanged || selectionSet || asked) draw(of);
    },
    destroy: () => {
      render(null, dom);
    },
  };
}

export const findPanel = [
  search({ top: true, createPanel }),
  EditorState.phrases.of({ 'Go to line': editorWords.findPanel.goToLine, go: editorWords.findPanel.go }),
];
