import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { bringAcross } from './bring-across.ts';

export type Tab<Name extends string> = { readonly name: Name; readonly label: ComponentChildren };

export type TabStripProps<Name extends string> = {
  readonly label: string;
  readonly tabs: readonly Tab<Name>[];
  /** Those that the arrow keys walk, where they are more than are seen. */
  readonly walked?: readonly Tab<Name>[];
  readonly open: Name;
  readonly onOpen: (name: Name) => void;
  /** `id` of the panel that the tabs show. */
  readonly panel?: string | undefined;
};

/** Tabs with arrow keys, as screen readers know them. */
export function TabStrip<Name extends string>(props: TabStripProps<Name>) {
  const { label, tabs, walked = tabs, open, onOpen, panel } = props;
  const strip = useRef<HTMLDivElement>(null);
  const walks = useRef(false);
  useEffect(() => {
    const shown = strip.current?.querySelector<HTMLElement>('[aria-selected="true"]') ?? null;
    if (strip.current === null || shown === null) return;
    if (walks.current) shown.focus({ preventScroll: true });
    walks.current = false;
    // Not `scrollIntoView`: what the strip stands in stays where it is.
    for (const box of [strip.current, strip.current.parentElement]) if (box !== null) bringAcross(box, shown);
  }, [open]);
  const walk = (event: KeyboardEvent) => {
    const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1 };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const at = walked.findIndex(({ name }) => name === open);
    const tab = walked[(at + step + walked.length) % walked.length];
    if (tab === undefined) return;
    walks.current = true;
    onOpen(tab.name);
  };
  return (
    <div ref={strip} class="tab-strip" role="tablist" aria-label={label} onKeyDown={walk}>
      {tabs.map((tab) => (
        <button
          key={tab.name}
          type="button"
          role="tab"
          data-tab={tab.name}
          aria-selected={tab.name === open}
          {...(panel === undefined ? {} : { 'aria-controls': panel })}
          tabIndex={tab.name === open ? 0 : -1}
          onClick={() => {
            onOpen(tab.name);
          }}
        >
          {tab.label}
        </button>
      ))}
    </div>
  );
}
