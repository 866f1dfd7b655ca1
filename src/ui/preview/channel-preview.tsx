import { useSignal } from '@preact/signals';
import { useEffect, useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { Channel } from '../../engine/definition.ts';
import type { PreviewProblem, PreviewView } from '../../protocol/preview.ts';
import { sentence } from '../sentence.ts';
import { previewWords as words } from '../words/preview-words.ts';
import type { PreviewState } from './previewing.ts';
import { usePreview } from './use-preview.ts';
import { ViewCard } from './view-card.tsx';
import './preview.css';

type ChannelPreviewProps = {
  /** As it stands in the form, saved or not. */
  readonly channel: Channel;
  /** The view that is being prepared: it is marked, and comes into sight. */
  readonly focus?: PreviewView | undefined;
  /** Hears what spoils a view, whenever that is something else. */
  readonly onProblems?: ((problems: readonly PreviewProblem[]) => void) | undefined;
};

/**
 * Every view of the widget with the settings of a form: the widget itself, each in a world that a customer's inputs have
 * led there. What cannot be saved leaves the last good picture, and a line says so.
 */
export function ChannelPreview({ channel, focus, onProblems }: ChannelPreviewProps) {
  const id = useId();
  const strip = useRef<HTMLDivElement>(null);
  const state = usePreview(channel);
  const chosen = useSignal<'normal' | 'large' | null>(null);
  const size = chosen.value ?? channel.layout.size;
  const { views, problems } = state;
  useEffect(() => {
    onProblems?.(problems);
  }, [problems, onProblems]);
  // Whoever changes the setting sees it.
  useEffect(() => {
    chosen.value = null;
  }, [channel.layout.size, chosen]);
  const isDrawn = views.length > 0;
  useLayoutEffect(() => {
    if (focus !== undefined && isDrawn) bringIntoSight(strip.current, focus);
  }, [focus, isDrawn]);
  return (
    <section class="preview" aria-labelledby={id} aria-busy={state.busy}>
      <header class="preview-head">
        <h3 id={id}>{words.title}</h3>
        <span class="count">{views.length}</span>
        <span class="note">{words.about}</span>
        <span class="preview-size" role="group" aria-label={words.size}>
          {(['normal', 'large'] as const).map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={size === one}
              onClick={() => {
                chosen.value = one;
              }}
            >
              {words[one]}
            </button>
          ))}
        </span>
      </header>
      <StaleLine state={state} />
      <div
        ref={strip}
        class={`preview-strip size-${size}`}
        role="group"
        aria-label={words.title}
        tabIndex={0}
      >
        {views.map((shown) => (
          <ViewCard
            key={shown.view}
            shown={shown}
            size={size}
            isMarked={shown.view === focus}
            problems={problems.filter(({ view }) => view === shown.view)}
          />
        ))}
      </div>
    </section>
  );
}

/** Says when the picture is not that of the settings as they are. It stands from the start, so that it is read out. */
function StaleLine({ state: { stale, views, busy } }: { readonly state: PreviewState }) {
  const text = stale === null ? '' : typeof stale === 'string' ? words[stale] : words.unfit(sentence(stale));
  const isWaiting = views.length === 0 && busy;
  return (
    <p class={isWaiting ? 'preview-stale waits' : 'preview-stale'} role="status">
      {isWaiting ? words.playing : text}
    </p>
  );
}

/** Scrolls the strip, and nothing around it. */
function bringIntoSight(strip: HTMLElement | null, view: PreviewView): void {
  const card = strip?.querySelector<HTMLElement>(`[data-view="${view}"]`);
  if (strip === null || card === null || card === undefined) return;
  const [box, own] = [strip.getBoundingClientRect(), card.getBoundingClientRect()];
  const shift = (from: number, to: number, least: number, most: number) =>
    from < least ? from - least : Math.max(0, Math.min(to - most, from - least));
  strip.scrollTop += shift(own.top, own.bottom, box.top, box.bottom);
  strip.scrollLeft += shift(own.left, own.right, box.left, box.right);
}
