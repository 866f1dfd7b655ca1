import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { bringAcross } from './bring-across.ts';

type TabStripProps<Name extends string> = {
  readonly label: string;
  readonly tabs: readonly { readonly name: Name; readonly label: ComponentChildren }[];
  readonly open: Name;
  readonly onOpen: (name: Name) => void;
  /** `id` of the panel that the tabs show. */
  readonly panel?: string | undefined;
};

/** Tabs with arrow keys, as screen readers know them. */
export function TabStrip<Name extends string>({ label, tabs, open, onOpen, panel }: TabStripProps<Name>) {
  const strip = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const shown = strip.current?.querySelector('[aria-selected="true"]') ?? null;
    if (strip.current === null || shown === null) return;
    // Not `scrollIntoView`: what the strip stands in stays where it is.
    for (const box of [strip.current, strip.current.parentElement]) if (box !== null) bringAcross(box, shown);
  }, [open]);
  const walk = (event: KeyboardEvent & { currentTarget: HTMLElement }) => {
    const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1 };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const at = tabs.findIndex(({ name }) => name === open);
    const next = (at + step + tabs.length) % tabs.length;
    const tab = tabs[next];
    if (tab === undefined) return;
    onOpen(tab.name);
    event.currentTarget.querySelectorAll<HTMLElement>('[role="tab"]')[next]?.focus();
  };
  return (
    <div ref={strip} class="tab-strip" role="tablist" aria-label={label} onKeyDown={walk}>
      {tabs.map((tab) => (
        <button
          key={tab.name}
          type="button"
          role="tab"
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
