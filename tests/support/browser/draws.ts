import type { Page } from 'playwright-core';

export type Drawn = {
  /** Draws of components, by the class (or the tag) of the element that each draws. */
  readonly draws: Readonly<Record<string, number>>;
  /** Elements that were put into the document. */
  readonly added: number;
};

/** How many nodes the document's body has, texts included. Its head has a link for each part that was loaded, which nobody draws. */
export const nodesOf = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ALL);
    let count = 1;
    while (walker.nextNode() !== null) count += 1;
    return count;
  });

/**
 * What is drawn while `act` runs: every component that stands on the page now is watched, and what is mounted
 * meanwhile shows by the elements that it adds. Reads the tree that Preact keeps at its root, by the short names of
 * its release, so that nothing in the app has to be there for it.
 */
export async function drawnBy(page: Page, act: () => Promise<unknown>): Promise<Drawn> {
  await page.evaluate(watch);
  await act();
  return page.evaluate(() => window.drawn());
}

declare global {
  interface Window {
    drawn: () => Drawn;
  }
}

/** Runs in the page; whole in itself, so that it can be sent there. */
function watch(): void {
  type Vnode = { __k?: unknown; __c?: { render: (...given: unknown[]) => unknown }; __e?: unknown };
  const draws: Record<string, number> = {};
  let added = 0;
  const undo: (() => void)[] = [];
  const nameOf = (node: unknown): string => {
    if (!(node instanceof Element)) return 'nothing';
    return node.getAttribute('class')?.trim().split(/\s+/)[0] || node.tagName.toLowerCase();
  };
  const visit = (vnode: unknown): void => {
    if (Array.isArray(vnode)) vnode.forEach(visit);
    if (typeof vnode !== 'object' || vnode === null || Array.isArray(vnode)) return;
    const { __k: children, __c: component } = vnode as Vnode;
    if (typeof component?.render === 'function') {
      const { render } = component;
      component.render = function counted(this: unknown, ...given) {
        const name = nameOf((vnode as Vnode).__e);
        draws[name] = (draws[name] ?? 0) + 1;
        return render.apply(this, given);
      };
      undo.push(() => {
        component.render = render;
      });
    }
    visit(children);
  };
  visit((document.querySelector('#app') as unknown as Vnode | null)?.__k);
  const observer = new MutationObserver((records) => {
    for (const { addedNodes } of records)
      for (const node of addedNodes)
        if (node instanceof Element) added += 1 + node.querySelectorAll('*').length;
  });
  observer.observe(document.body, { childList: true, subtree: true });
  window.drawn = () => {
    observer.disconnect();
    for (const one of undo) one();
    return { draws, added };
  };
}
