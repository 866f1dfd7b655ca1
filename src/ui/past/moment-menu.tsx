import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useAppContext } from '../context.ts';
import { openOriginOf, openRunOf } from '../open-run/open-run.ts';
import { OpenRunLayer } from '../open-run/open-run-layer.tsx';
import { openRunWords } from '../words/open-run-words.ts';
import { ranScript } from '../open-run/ran-script.ts';
import { MenuItem } from '../controls/popover.tsx';
import { useMenuAt } from '../controls/use-menu-at.ts';
import type { Store } from '../store/store.ts';
import { walkMenu } from '../controls/walk-menu.ts';
import { goOnFromHere } from './go-on.ts';
import { pastOf } from './past.ts';
import { pastWords as words } from '../words/past-words.ts';
import './past.css';

/** What stands for an event of the log: a row of the timeline, a cause, a line, a call, a message. */
const ofEvents = '.event-row, [data-moment], [data-message], [data-undelivered]';

/** Whoever is in a text, on a link or has marked something wants the browser's own menu. */
const wantsAnother = (target: Element): boolean =>
  target.closest('a, input, textarea, [contenteditable="true"]') !== null ||
  getSelection()?.isCollapsed === false;

/** The element that a menu is wanted of: under the pointer, or chosen by the keys in what has the focus. */
function subjectOf(target: Element): HTMLElement | null {
  const active = target.getAttribute('aria-activedescendant');
  const from = active === null ? target : (document.getElementById(active) ?? target);
  return from.closest<HTMLElement>(ofEvents);
}

/** The event that it stands for; undefined where the log tells of none. */
async function eventOf(store: Store, { dataset }: HTMLElement): Promise<number | undefined> {
  const { seq = dataset['moment'] ?? dataset['undelivered'], message } = dataset;
  if (seq !== undefined) return Number(seq);
  const isIt = (event: Parameters<Parameters<Store['findBack']>[0]>[0]) =>
    event.type === 'message.saved' && event.message === Number(message);
  const held = store.events.peek().findLast(isIt);
  return (held ?? (await store.findBack(isIt).catch(() => undefined)))?.seq;
}

type Asked = { readonly seq: number; readonly x: number; readonly y: number; readonly from: HTMLElement };

/** The menu of whatever stands for an event, by the right button, the menu key, Shift+F10 or a long press: the ways to its moment. */
export function MomentMenu() {
  const { store } = useAppContext();
  const asked = useSignal<Asked | null>(null);
  useEffect(() => {
    const hear = (event: MouseEvent) => {
      const { target, clientX, clientY } = event;
      if (event.defaultPrevented || !(target instanceof Element) || wantsAnother(target)) return;
      const subject = subjectOf(target);
      if (subject === null) return;
      event.preventDefault();
      const { left, bottom, right, top } = subject.getBoundingClientRect();
      const isOver = clientX >= left && clientX <= right && clientY >= top && clientY <= bottom;
      const { activeElement } = document;
      const from = activeElement instanceof HTMLElement ? activeElement : subject;
      void eventOf(store, subject).then((seq) => {
        if (seq === undefined) return;
        asked.value = { seq, from, ...(isOver ? { x: clientX, y: clientY } : { x: left, y: bottom }) };
      });
    };
    addEventListener('contextmenu', hear);
    return () => {
      removeEventListener('contextmenu', hear);
    };
  }, [store, asked]);
  return (
    <>
      <OpenRunLayer />
      {asked.value === null ? null : (
        <Menu
          key={asked.value.seq}
          {...asked.value}
          onClose={() => {
            asked.value = null;
          }}
        />
      )}
    </>
  );
}

function Menu({ seq, x, y, from, onClose }: Asked & { readonly onClose: () => void }) {
  const context = useAppContext();
  const past = pastOf(context.store);
  const panel = useMenuAt(x, y, onClose);
  /** By key or choice: the focus goes back to where it was. */
  const leave = () => {
    from.focus();
    onClose();
  };
  const choose = (act: () => Promise<unknown>) => () => {
    leave();
    void act();
  };
  const { store } = context;
  const events = store.events.peek();
  const event = events[seq - (events[0]?.seq ?? 1)];
  const isRun = event !== undefined && ranScript(events, event);
  const goOn = (how: 'fork' | 'restart') =>
    choose(async () => {
      await past.goTo(seq);
      await goOnFromHere(context, how);
    });
  return (
    <div
      ref={panel}
      popover="manual"
      class="popover moment-menu"
      role="menu"
      aria-label={words.momentMenu}
      onKeyDown={(event) => {
        walkMenu(event, leave);
      }}
    >
      <MenuItem hint={words.showThisHint} onChoose={choose(() => past.goTo(seq))}>
        {words.showThis}
      </MenuItem>
      <MenuItem hint={words.forkHint} onChoose={goOn('fork')}>
        {words.fork}
      </MenuItem>
      <MenuItem hint={words.restartHint} onChoose={goOn('restart')}>
        {words.restart}
      </MenuItem>
      {isRun ? (
        <MenuItem hint={openRunWords.openHint} onChoose={choose(() => openRunOf(context, event))}>
          {openRunWords.open}
        </MenuItem>
      ) : null}
      {event?.type === 'message.saved' && event.by !== undefined ? (
        <MenuItem hint={openRunWords.originHint} onChoose={choose(() => openOriginOf(context, event))}>
          {openRunWords.origin}
        </MenuItem>
      ) : null}
    </div>
  );
}
