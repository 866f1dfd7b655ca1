import { signal, type ReadonlySignal } from '@preact/signals';
import type { CodedText } from '../../engine/codes.ts';
import { worldFromJson } from '../../engine/world-json.ts';
import type { World } from '../../engine/world.ts';
import type {
  NotReached,
  Preview,
  PreviewProblem,
  PreviewRequest,
  PreviewView,
} from '../../protocol/preview.ts';
import type { FilesClient, NotPreviewed } from '../files-client.ts';

/** A view of the strip, as it can be drawn. */
export type ShownView = {
  readonly view: PreviewView;
  readonly world: World;
  readonly session: number;
  readonly because: NotReached | null;
};

export type PreviewState = {
  /** The last good picture; empty before the first. */
  readonly views: readonly ShownView[];
  readonly problems: readonly PreviewProblem[];
  /** The settings have changed since, and their picture is on its way. */
  readonly busy: boolean;
  /** Why there is no picture of the settings as they are now. */
  readonly stale: CodedText | 'slow' | 'broken' | null;
};

type Ports = {
  readonly client: Pick<FilesClient, 'preview' | 'stop'>;
  /** Runs something after some milliseconds, unless what it returns is called before. */
  readonly after: (milliseconds: number, run: () => void) => () => void;
};

/** Settings are played when nobody has changed them for so long. */
const quiet = 150;

/** Keeps a picture of the newest settings: one is played at a time, and what is overtaken meanwhile is left out. */
export class Previewing {
  readonly #ports: Ports;
  readonly #state = signal<PreviewState>({ views: [], problems: [], busy: false, stale: null });
  readonly #ended = new AbortController();
  #wanted: PreviewRequest | null = null;
  #running = false;
  #forget: () => void = () => undefined;

  constructor(ports: Ports) {
    this.#ports = ports;
  }

  get state(): ReadonlySignal<PreviewState> {
    return this.#state;
  }

  /** From now on this is what is wanted. The first is played at once. */
  want(request: PreviewRequest): void {
    this.#forget();
    const isFirst = this.#wanted === null;
    this.#wanted = request;
    this.#state.value = { ...this.#state.peek(), busy: true };
    const start = () => {
      if (!this.#running) void this.#run();
    };
    if (isFirst) start();
    else this.#forget = this.#ports.after(quiet, start);
  }

  /** Nobody looks any more: what is being played is given up. */
  end(): void {
    this.#forget();
    this.#wanted = null;
    this.#ended.abort();
    this.#ports.client.stop();
  }

  async #run(): Promise<void> {
    this.#running = true;
    let played: PreviewRequest | null = null;
    while (this.#wanted !== null && this.#wanted !== played) {
      played = this.#wanted;
      const made = await this.#ports.client.preview(played, this.#ended.signal);
      if (this.#wanted === played) this.#put(made);
    }
    this.#running = false;
  }

  #put(made: Preview | NotPreviewed): void {
    const { views, problems } = this.#state.peek();
    const before = { views, problems, busy: false };
    if (made.kind === 'unfit') this.#state.value = { ...before, stale: made.problem };
    else if (made.kind === 'notPlayed')
      this.#state.value = { ...before, stale: made.because === 'slow' ? 'slow' : 'broken' };
    else
      this.#state.value = {
        views: made.views.map(({ world, ...shown }) => ({ ...shown, world: worldFromJson(world) })),
        problems: made.problems,
        busy: false,
        stale: null,
      };
  }
}
