/** What somebody walks over by F6, wherever one is; what lies in another of them is part of that. */
const parts = [
  '.rail',
  '.top-bar',
  '.banner',
  '.past-bar',
  '.stop-bar',
  '.lesson-side',
  '.author-panel',
  '.slot',
  '.strip',
  '.settings-kinds',
  '.settings-section > :not(.list-and-form)',
  '.list-and-form > *',
  '.tests > *',
  '.workspaces > *',
  '.presenter',
  '.tour-card',
  '.status-bar',
  '.bottom-bar',
].join();

const focusable =
  '.editor-host, :is(a[href], button:enabled, input:enabled, select:enabled, textarea:enabled, summary, [contenteditable="true"], [tabindex="0"]):not([tabindex="-1"])';

/** Where one goes on in a pane that one comes to for the first time; else it is the first that takes the focus. */
const begins = [
  '[aria-current="page"]',
  '.composer textarea',
  '.agent-next button',
  '.editor-host',
  '[role="tree"]',
  '.tour-card .primary',
  '.lesson-scroll',
];

const stopsIn = (pane: Element): readonly HTMLElement[] =>
  [...pane.querySelectorAll<HTMLElement>(focusable)].filter((one) =>
    one.checkVisibility({ visibilityProperty: true }),
  );

/** The panes of the window that take the focus now, in the order in which they are walked over. */
function panesNow(): readonly Element[] {
  const found = [...document.querySelectorAll(parts)];
  const outermost = found.filter((one) => !found.some((other) => other !== one && other.contains(one)));
  const main = document.querySelector('main.place');
  const isWhole = main !== null && !outermost.some((one) => main.contains(one));
  const all = [...outermost, ...(isWhole ? [main] : [])]
    .filter((pane) => stopsIn(pane).length > 0)
    .toSorted((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
  // It stands over the window, at the end of the page: whoever begins to write comes to it next.
  const card = all.find((pane) => pane.matches('.tour-card'));
  const first = all.findIndex((pane) => pane.matches('.slot'));
  if (card === undefined || first < 0) return all;
  const others = all.filter((pane) => pane !== card);
  return [...others.slice(0, first + 1), card, ...others.slice(first + 1)];
}

/** Where the focus was in a pane that it left by F6. */
const left = new WeakMap<Element, Element>();

/** The focus goes to the next pane, or with -1 to the one before; after the last comes the first. */
export function walkPanes(by: 1 | -1): void {
  const panes = panesNow();
  const { activeElement: active } = document;
  const at = panes.findIndex((pane) => pane.contains(active));
  const from = panes[at];
  if (from !== undefined && active !== null) left.set(from, active);
  const next = panes[at < 0 && by < 0 ? panes.length - 1 : (at + by + panes.length) % panes.length];
  if (next === undefined) return;
  const stops = stopsIn(next);
  const before = stops.find((one) => one === left.get(next));
  const begin = begins.flatMap((one) => stops.filter((stop) => stop.matches(one)))[0];
  const stop = before ?? begin ?? stops[0];
  // An editor stands in a tree of its own.
  const inside = stop?.shadowRoot?.querySelector<HTMLElement>('[contenteditable="true"]');
  (inside ?? stop)?.focus();
}
