import { signal } from '@preact/signals';
import type { Input } from '../../engine/inputs.ts';
import { problemWithText } from '../../engine/message-text.ts';
import type { Answer } from '../../protocol/engine-api.ts';
import { sentence } from '../sentence.ts';
import { refusalText } from '../refusal-text.ts';

/** What somebody writes: an input with a text. */
export type TextInput = Extract<Input, { readonly text: string }>;

/** A text on its way. The same command however often it is sent: it is taken once. */
export type PendingText = { readonly id: string; readonly input: TextInput };

export type Outbox = {
  /** What was sent from a place and is not acknowledged yet, in order. */
  readonly waiting: (place: string) => readonly PendingText[];
  /** Why the last text of a place came back; empty when it did not. */
  readonly refusal: (place: string) => string;
  readonly dismiss: (place: string) => void;
  /** Takes a text at once; it is sent after those before it. When one fails, it and what follows come back to the place. */
  readonly send: (place: string, input: TextInput) => void;
  /** Goes on with what an earlier page did not get acknowledged. To be called when a workspace was opened. */
  readonly resume: () => void;
};

type OutboxPorts = {
  readonly workspace: () => string;
  readonly newId: () => string;
  readonly dispatch: (id: string, input: TextInput) => Promise<Answer>;
  /** The drafts of the open workspace. */
  readonly read: (place: string) => string;
  readonly keep: (place: string, text: string) => void;
};

type Queues = Readonly<Record<string, readonly PendingText[]>>;

/** Where the queues are kept until they are acknowledged: a page that goes takes nothing with it. */
const shelf = 'outbox';

export function createOutbox({ workspace, newId, dispatch, read, keep }: OutboxPorts): Outbox {
  const refusals = signal<Readonly<Record<string, string>>>({});
  const busy = new Set<string>();
  const queues = (): Queues => {
    const kept = read(shelf);
    return kept === '' ? {} : (JSON.parse(kept) as Queues);
  };
  const put = (place: string, queue: readonly PendingText[]) => {
    const { [place]: _former, ...others } = queues();
    const next = queue.length === 0 ? others : { ...others, [place]: queue };
    keep(shelf, Object.keys(next).length === 0 ? '' : JSON.stringify(next));
  };
  const waiting = (place: string) => queues()[place] ?? [];
  const refuse = (place: string, reason: string) => {
    refusals.value = { ...refusals.peek(), [place]: reason };
  };
  const giveBack = (place: string, reason: string) => {
    const texts = [...waiting(place).map(({ input }) => input.text), read(place)];
    put(place, []);
    keep(place, texts.filter((text) => text !== '').join('\n'));
    refuse(place, reason);
  };
  const drain = async (place: string) => {
    const from = workspace();
    const name = `${from} ${place}`;
    if (busy.has(name)) return;
    busy.add(name);
    try {
      for (let next = waiting(place)[0]; next !== undefined; next = waiting(place)[0]) {
        const answer = await dispatch(next.id, next.input);
        // What was left in another workspace goes on when that is opened again.
        if (workspace() !== from) return;
        if (answer.kind === 'committed') put(place, waiting(place).slice(1));
        else giveBack(place, refusalText(answer));
      }
    } finally {
      busy.delete(name);
    }
  };
  return {
    waiting,
    refusal: (place) => refusals.value[place] ?? '',
    dismiss: (place) => {
      refuse(place, '');
    },
    send(place, input) {
      // What cannot be sent goes nowhere: a long text is not taken out of its place and put back again.
      const problem = problemWithText(input.text);
      if (problem !== null) {
        keep(place, input.text);
        refuse(place, sentence(problem));
        return;
      }
      put(place, [...waiting(place), { id: newId(), input }]);
      refuse(place, '');
      void drain(place);
    },
    resume() {
      refusals.value = {};
      for (const place of Object.keys(queues())) void drain(place);
    },
  };
}
