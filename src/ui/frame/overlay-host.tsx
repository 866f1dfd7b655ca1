import { useSignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import { useShowOnStage, useAppContext } from '../context.ts';
import { isCovered } from './is-covered.ts';
import { isTyping } from './is-typing.ts';
import { requireWorld } from '../store/store.ts';

const fetchOverlay = () => import('../palette/palette.tsx').then(({ Overlay }) => Overlay);

/**
 * Hears the keys of the window: Ctrl+K opens the palette, a single letter does what it stands for, but not while
 * somebody types, and not when that is switched off (WCAG 2.1.4). Palette and commands are loaded with the first of them.
 */
export function OverlayHost() {
  const context = useAppContext();
  const { palette, store } = context;
  const show = useShowOnStage();
  const here = useSignal<{ readonly Overlay: ComponentType } | null>(null);
  const shows = palette.shows.value;
  useEffect(() => {
    if (shows === 'nothing' || here.value !== null) return;
    fetchOverlay().then(
      (Overlay) => {
        here.value = { Overlay };
      },
      () => {
        palette.shows.value = 'nothing';
      },
    );
  }, [shows, here, palette]);
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const { key } = event;
      if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && key.toLowerCase() === 'k') {
        event.preventDefault();
        event.stopPropagation();
        palette.refusal.value = '';
        palette.early = '';
        palette.shows.value = palette.shows.peek() === 'palette' ? 'nothing' : 'palette';
        return;
      }
      // The palette is on its way: what is typed is meant for it, and not for what had the focus before.
      if (palette.shows.peek() === 'palette' && here.peek() === null) {
        const isCommand = (event.ctrlKey || event.metaKey) && !event.getModifierState('AltGraph');
        if (key.length === 1 && !isCommand) palette.early += key;
        else if (key === 'Backspace') palette.early = palette.early.slice(0, -1);
        else if (key === 'Escape') palette.shows.value = 'nothing';
        else if (key !== 'Enter') return;
        event.preventDefault();
        event.stopPropagation();
        return;
      }
      const isLetter = /^[a-z?/]$/i.test(key) && !event.ctrlKey && !event.metaKey && !event.altKey;
      if (!isLetter || event.defaultPrevented || event.repeat || !palette.letters.peek()) return;
      if (isTyping(event) || isCovered() || palette.shows.peek() !== 'nothing') return;
      event.preventDefault();
      if (key === '/') {
        palette.early = '';
        palette.shows.value = 'palette';
      } else if (key === '?') palette.shows.value = 'keys';
      else {
        import('../palette/press-key.ts').then(
          ({ pressKey }) => {
            const shown = (part: Parameters<typeof show>[0]) => {
              show(part);
              return '' as const;
            };
            pressKey({ ...context, now: requireWorld(store), show: shown }, key);
          },
          () => undefined,
        );
      }
    };
    addEventListener('keydown', hear, { capture: true });
    return () => {
      removeEventListener('keydown', hear, { capture: true });
    };
  }, [palette, context, store, show, here]);
  const Overlay = here.value?.Overlay;
  return Overlay === undefined ? null : <Overlay />;
}
