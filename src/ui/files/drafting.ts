import { signal, type ReadonlySignal } from '@preact/signals';
import type { Draft, LinkDraft } from '../../protocol/files-api.ts';
import type { FilesClient } from '../files-client.ts';
import { optionsOf, type Form, type Way } from './form.ts';

/** What the worker made of what was chosen last; what is shown stays until the next is there. */
export type DraftState = {
  readonly draft: Draft | null;
  readonly link: LinkDraft | null;
  /** Something else was chosen meanwhile, and is on its way. */
  readonly busy: boolean;
  readonly failed: boolean;
};

type Wanted = { readonly form: Form; readonly way: Way };

/** Keeps the draft that is shown up with what is chosen: one is made at a time, and only the newest choice counts. */
export class Drafting {
  readonly #client: Pick<FilesClient, 'draft' | 'link'>;
  readonly #state = signal<DraftState>({ draft: null, link: null, busy: true, failed: false });
  #wanted: Wanted | null = null;
  #running: Promise<void> | null = null;

  constructor(client: Pick<FilesClient, 'draft' | 'link'>) {
    this.#client = client;
  }

  get state(): ReadonlySignal<DraftState> {
    return this.#state;
  }

  /** Makes a draft of this, and its link where it goes out as one, unless it is that which is there or on its way. */
  want(form: Form, way: Way): Promise<void> {
    const isWanted = this.#wanted?.form === form && this.#wanted.way === way;
    if (isWanted && !this.#state.peek().failed) return this.#running ?? Promise.resolve();
    this.#wanted = { form, way };
    this.#state.value = { ...this.#state.value, busy: true, failed: false };
    this.#running ??= this.#run().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  /** The draft of what is chosen now; null when it could not be made. */
  async settled(): Promise<Draft | null> {
    await this.#running;
    const { draft, failed } = this.#state.value;
    return failed ? null : draft;
  }

  async #run(): Promise<void> {
    let made: Wanted | null = null;
    while (this.#wanted !== null && this.#wanted !== made) {
      made = this.#wanted;
      const isNewest = () => this.#wanted === made;
      try {
        const [draft, options] = await this.#draft(made.form, made.way);
        const link = made.way === 'link' && isNewest() ? await this.#client.link(options) : null;
        if (isNewest()) this.#state.value = { draft, link, busy: false, failed: false };
      } catch {
        if (isNewest()) this.#state.value = { ...this.#state.value, busy: false, failed: true };
      }
    }
  }

  /** Which secrets there are is known by the first draft; a second one empties those that are to be emptied. */
  async #draft(form: Form, way: Way) {
    const known = this.#state.peek().draft?.secrets ?? [];
    const options = optionsOf(form, known, way);
    const draft = await this.#client.draft(options);
    const all = optionsOf(form, draft.secrets, way);
    if (all.emptied.join('\n') === options.emptied.join('\n')) return [draft, options] as const;
    return [await this.#client.draft(all), all] as const;
  }
}
