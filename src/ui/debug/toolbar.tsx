import { useAppContext } from '../context.ts';
import { LaterIcon } from '../controls/later-icon.tsx';
import { MenuItem, Popover } from '../controls/popover.tsx';
import { debuggingOf } from './debugging.ts';
import { keysOf } from './debug-keys.ts';
import { debugWords as words } from '../words/debug-words.ts';
import { doVerb } from './do-verb.ts';
import { groups, inMenu, ofWaiting, verbIcons, type Verb } from './verbs.ts';

const titleOf = (verb: Verb): string => {
  const keys = keysOf(verb);
  return keys === '' ? words.verbs[verb][1] : `${words.verbs[verb][1]} (${keys})`;
};

/** The ways through a step: back and forward in two groups of one size, the rest in a menu. */
export function Toolbar() {
  const { store, windowState } = useAppContext();
  const debugging = debuggingOf(store);
  const view = debugging.view.value;
  const edit = () => {
    const call = view?.calls[debugging.frame.peek()];
    if (call !== undefined && call.script > 0)
      windowState.change({ script: call.script, line: call.line, column: call.column });
    windowState.change({ bottom: 'script' });
    debugging.isShown.value = false;
  };
  const isAtStart = view === null || view.statement <= 1;
  const isAtEnd = view === null || view.statement > view.statements;
  const group = (name: 'back' | 'forward', isOver: boolean) => (
    <div class="debug-group" role="group" aria-label={words[name]}>
      <span class="debug-way" aria-hidden="true">
        {words[name]}
      </span>
      {groups[name].map((verb) => (
        <button
          key={verb}
          type="button"
          class="plain small debug-verb"
          data-verb={verb}
          title={titleOf(verb)}
          aria-label={words.verbs[verb][1]}
          aria-disabled={isOver}
          onClick={() => {
            if (!isOver) void doVerb(debugging, verb);
          }}
        >
          <LaterIcon name={verbIcons[verb]} />
          <span>{words.verbs[verb][0]}</span>
        </button>
      ))}
    </div>
  );
  const item = (verb: Verb, close: () => void) => (
    <MenuItem
      key={verb}
      hint={words.verbs[verb][1]}
      onChoose={() => {
        close();
        void doVerb(debugging, verb);
      }}
    >
      <span class="debug-item">
        <LaterIcon name={verbIcons[verb]} /> {words.verbs[verb][0]}
        <kbd>{keysOf(verb).split(', ')[0]}</kbd>
      </span>
    </MenuItem>
  );
  return (
    <div class="debug-bar">
      {group('back', isAtStart)}
      {group('forward', isAtEnd)}
      <Popover
        label={<LaterIcon name="more" />}
        name={words.more}
        title={words.more}
        class="quiet icon-button small"
        disabled={view === null}
      >
        {(close) => (
          <>
            {inMenu.map((verb) => item(verb, close))}
            <MenuItem
              hint={words.editHint}
              onChoose={() => {
                close();
                edit();
              }}
            >
              <span class="debug-item">
                <LaterIcon name="rename" /> {words.edit}
              </span>
            </MenuItem>
            {view?.target === 'waiting' ? ofWaiting.map((verb) => item(verb, close)) : null}
          </>
        )}
      </Popover>
      <span class="push" />
      <button
        type="button"
        class="quiet icon-button small debug-edit"
        aria-label={words.edit}
        title={`${words.edit}: ${words.editHint}`}
        onClick={() => {
          edit();
        }}
      >
        <LaterIcon name="rename" />
      </button>
    </div>
  );
}
