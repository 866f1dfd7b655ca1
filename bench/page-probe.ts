/*
 * Runs in the page before anything of the app: watches the document for what a person waits for, and takes the
 * time after the frame in which it was painted.
 */

export type Probe = {
  /** When the first conversation could be read and written to, in milliseconds after the navigation began. */
  readonly usable: Promise<number>;
  /** When the page first showed any text. */
  readonly anything: Promise<number>;
  /** Milliseconds from the next Enter until one of the last messages inside `scope` that says `text` is painted. */
  awaitMessage(scope: string, text: string): void;
  /** As `awaitMessage`, where nothing but a line of script lies between the key and the change. */
  awaitEcho(): void;
  readonly result: Promise<number>;
  /** Milliseconds of putting 500 rows of text into the document, laying them out, and taking them away. */
  fixedWork(): number;
  /** Milliseconds from a place on the slider until that moment is painted. */
  rewind(to: number): Promise<number>;
};

declare global {
  interface Window {
    probe: Probe;
  }
}

/** The time after the next frame is on its way to the screen: a task that the frame's own callback posts. */
function afterPaint(): Promise<number> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        resolve(performance.now());
      };
      port2.postMessage(null);
    });
  });
}

/** Resolves when `holds` after a change of the document, and the change is painted; the mark is set before that. */
function painted(holds: () => boolean, mark?: string): Promise<number> {
  return new Promise((resolve) => {
    const watch = new MutationObserver(() => {
      if (!holds()) return;
      watch.disconnect();
      if (mark !== undefined) performance.mark(mark);
      void afterPaint().then(resolve);
    });
    watch.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  });
}

function isUsable(): boolean {
  const tile = document.querySelector('.customer-tile');
  const first = tile?.querySelector('[role=log] .message');
  const composer = tile?.querySelector('textarea:enabled');
  return first instanceof HTMLElement && first.offsetHeight > 0 && composer instanceof HTMLElement;
}

const hasLast = (scope: string, text: string): boolean =>
  [...document.querySelectorAll(`${scope} [role=log] > *`)]
    .slice(-3)
    .some((element) => element.textContent.includes(text));

let result = Promise.resolve(0);

/** From the key to the paint; the key's own time is when the browser got it. */
function afterEnter(holds: () => boolean): void {
  let pressed = 0;
  const listen = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    removeEventListener('keydown', listen, true);
    pressed = event.timeStamp;
  };
  addEventListener('keydown', listen, true);
  result = painted(holds).then((at) => at - pressed);
}

function echoBox(): { readonly line: HTMLElement; readonly box: HTMLTextAreaElement } {
  const box = document.createElement('textarea');
  const line = document.createElement('p');
  const place = document.createElement('div');
  place.style.position = 'fixed'; // what it holds moves nothing of the app
  place.append(line, box);
  document.body.prepend(place);
  return { line, box };
}

function fixedWork(): number {
  const start = performance.now();
  const place = document.createElement('div');
  place.style.position = 'fixed';
  for (let n = 0; n < 500; n++) {
    const row = document.createElement('p');
    const name = document.createElement('b');
    name.textContent = `Row ${String(n)}`;
    row.append(name, ' of a piece of document that is always the same');
    place.append(row);
  }
  document.body.prepend(place);
  const height = place.offsetHeight;
  place.remove();
  if (height === 0) throw new Error('Nothing was laid out.');
  return performance.now() - start;
}

/** As somebody does who presses the slider somewhere; the bar tells of the moment that is shown. */
async function rewind(to: number): Promise<number> {
  const slider = document.querySelector<HTMLInputElement>('.past-track input');
  if (slider === null) throw new Error('There is no slider.');
  const shown = () => document.querySelector<HTMLElement>('.past-bar')?.dataset['at'];
  const before = shown();
  const start = performance.now();
  const isThere = painted(() => shown() !== before && slider.value === String(to));
  slider.valueAsNumber = to;
  slider.dispatchEvent(new Event('input', { bubbles: true }));
  return (await isThere) - start;
}

window.probe = {
  fixedWork,
  rewind,
  usable: painted(isUsable, 'usable'),
  anything: painted(() => (document.body as HTMLElement | null)?.textContent.trim() !== ''),
  awaitMessage: (scope, text) => {
    afterEnter(() => hasLast(scope, text));
  },
  awaitEcho: () => {
    const { line, box } = echoBox();
    box.focus();
    box.addEventListener('keydown', () => {
      line.textContent = 'pressed';
    });
    afterEnter(() => line.textContent === 'pressed');
    void result.then(() => {
      box.parentElement?.remove();
    });
  },
  get result() {
    return result;
  },
};
