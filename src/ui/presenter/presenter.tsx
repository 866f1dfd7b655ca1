import { useLayoutEffect, useRef, useEffect } from 'preact/hooks';
import { ErrorBoundary } from '../controls/error-boundary.tsx';
import { playerOf } from '../past/play.ts';
import { Caption } from './caption.tsx';
import { ChainCard } from './chain.tsx';
import { type Act, shownKeys } from './keys.ts';
import { presenterWords as words } from '../words/presenter-words.ts';
import { panes, type Presenting } from './presenting.ts';
import { useFullScreen } from './use-full-screen.ts';
import { useKeys } from './use-keys.ts';
import { Ways } from './ways.tsx';
import './presenter.css';
import { useSignal } from '@preact/signals';
import { isTyping } from '../frame/is-typing.ts';

/** How long a press stays on the screen, in milliseconds. */
const lasting = 1800;

/** The last keys that were pressed, large enough for the last row. */
function KeysShown() {
  const pressed = useSignal<readonly { readonly id: number; readonly keys: readonly string[] }[]>([]);
  useEffect(() => {
    let id = 0;
    const hear = (event: KeyboardEvent) => {
      const keys = shownKeys(event, isTyping(event));
      if (keys.length === 0 || event.repeat) return;
      const mine = (id += 1);
      pressed.value = [...pressed.peek().slice(-3), { id: mine, keys }];
      setTimeout(() => {
        pressed.value = pressed.peek().filter((one) => one.id !== mine);
      }, lasting);
    };
    addEventListener('keydown', hear, { capture: true });
    return () => {
      removeEventListener('keydown', hear, { capture: true });
    };
  }, [pressed]);
  return (
    <div class="presenter-keys" aria-hidden="true">
      {pressed.value.map(({ id, keys }) => (
        <span key={id}>
          {keys.map((key) => (
            <kbd key={key}>{key}</kbd>
          ))}
        </span>
      ))}
    </div>
  );
}

type PresenterProps = { readonly presenting: Presenting; readonly leave: () => void };

/** What lies under the window while somebody presents: the slide, and what a presenter does. Hears the keys. */
export function Presenter({ presenting, leave }: PresenterProps) {
  const { windowState } = presenting.here;
  const { large, keys, one } = presenting.manner.value;
  const explains = presenting.explains.value;
  const bar = useRef<HTMLElement>(null);
  const shownPane = windowState.view.value.pane;
  useLayoutEffect(() => {
    const { dataset } = document.documentElement;
    dataset['presenting'] = [large ? 'large' : '', one ? 'one' : '', explains ? 'chain' : '']
      .filter((word) => word !== '')
      .join(' ');
    dispatchEvent(new Event('resize')); // who measures the window measures it anew
  }, [large, one, explains]);
  useLayoutEffect(() => {
    const { documentElement: page } = document;
    const measure = new ResizeObserver(() => {
      page.style.setProperty('--presenter', `${String(bar.current?.offsetHeight ?? 0)}px`);
    });
    if (bar.current !== null) measure.observe(bar.current);
    return () => {
      measure.disconnect();
      page.style.removeProperty('--presenter');
      delete page.dataset['presenting'];
      dispatchEvent(new Event('resize'));
    };
  }, []);
  const fullScreen = useFullScreen(leave);
  const act = (what: Act): void => {
    switch (what.kind) {
      case 'slide':
        void presenting.turn(what.by);
        break;
      case 'end':
        void presenting.turnToEnd(what.of);
        break;
      case 'pane':
        presenting.showPane(panes[what.n - 1] ?? 'all');
        break;
      case 'play':
        play(presenting);
        break;
      case 'why':
        presenting.explain(!presenting.explains.peek());
        break;
      case 'large':
      case 'keys':
        presenting.setManner({ [what.kind]: !presenting.manner.peek()[what.kind] });
        break;
      case 'fullScreen':
        fullScreen.toggle();
        break;
      case 'leave':
        if (presenting.explains.peek()) presenting.explain(false);
        else leave();
    }
  };
  useKeys(presenting.hasLetters, act);
  return (
    <ErrorBoundary>
      {explains ? <ChainCard presenting={presenting} /> : null}
      {keys ? <KeysShown /> : null}
      <section ref={bar} class="presenter" aria-label={words.label}>
        <Caption presenting={presenting} />
        <div class="presenter-acts">
          <div class="presenter-panes" role="group" aria-label={words.panes}>
            {panes.map((pane, n) => (
              <button
                key={pane}
                type="button"
                aria-pressed={one && shownPane === pane}
                onClick={() => {
                  presenting.showPane(pane);
                }}
              >
                <kbd>{n + 1}</kbd> {words.pane[pane]}
              </button>
            ))}
            <button
              type="button"
              aria-pressed={!one}
              onClick={() => {
                presenting.showPane('all');
              }}
            >
              <kbd>0</kbd> {words.all}
            </button>
          </div>
          <Ways presenting={presenting} act={act} isFull={fullScreen.is} />
        </div>
      </section>
    </ErrorBoundary>
  );
}

function play({ here }: Presenting): void {
  const player = playerOf(here.store);
  if (player.plays.peek()) player.stop();
  else player.play();
}
