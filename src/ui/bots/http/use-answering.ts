import { useSignal } from '@preact/signals';
import { nextResponse } from '../../../engine/mock-match.ts';
import { nearestMocks } from '../../../engine/nearest-mocks.ts';
import type { RecordedAnswer } from '../../../engine/step-request.ts';
import type { AskedCall, Waits } from '../../../protocol/debug-api.ts';
import { useSending, useStore, useWorld } from '../../context.ts';
import { requireWorld } from '../../store/store.ts';
import { useUndoable } from '../../undo/use-undoable.ts';
import { answerOfMock, readAnswer } from './answer-draft.ts';
import type { AnswerWay } from './answer-editor.tsx';
import { matchesPattern } from './budgeted.ts';
import { httpWords } from '../../words/http-words.ts';
import { freshResponse, type MockProblem, type ResponseDraft } from './mock-draft.ts';
import { mockFor, widenedMock } from './widen.ts';

/** What is chosen and written to answer a call that waits, and the ways on. */
export function useAnswering(waits: Waits, call: AskedCall) {
  const store = useStore();
  const mocks = useWorld((world) => world.mocks);
  const sending = useSending();
  const send = useUndoable(sending);
  const world = requireWorld(store);
  const held = mocks.find(({ id }) => id === call.held);
  const near = nearestMocks(world, call, matchesPattern);
  const first = held?.id ?? near[0]?.mock.id ?? 0;
  const chosen = useSignal(first);
  const way = useSignal<AnswerWay>(first > 0 ? 'mock' : 'write');
  const written = useSignal<ResponseDraft | null>(null);
  const fromNowOn = useSignal(true);
  const wrong = useSignal<MockProblem | null>(null);
  const busy = useSignal(false);
  const refusal = useSignal('');
  const mock = mocks.find(({ id }) => id === chosen.value);
  const ofMock = mock === undefined ? freshResponse : answerOfMock(mock.responses[nextResponse(world, mock)]);
  const draft = written.value ?? (way.value === 'mock' ? ofMock : freshResponse);
  const isOfMock = way.value === 'mock' && written.value === null && mock !== undefined;
  const chosenNear = near.find((one) => one.mock.id === chosen.value);
  const widens = isOfMock && chosenNear !== undefined ? widenedMock(chosenNear, call) : null;
  const isRelease = held !== undefined && isOfMock && mock.id === held.id;

  const goOn = async (how: 'continue' | 'stop', answer?: RecordedAnswer): Promise<boolean> => {
    if (busy.peek()) return false;
    busy.value = true;
    refusal.value = '';
    const answers = [...(waits.hand.answers ?? []), ...(answer === undefined ? [] : [answer])];
    const workspace = store.workspace.peek()?.id ?? '';
    const goes = await store.engine.goOn(
      workspace,
      how,
      how === 'stop' ? undefined : { ...waits.hand, answers },
    );
    busy.value = false;
    if (!goes) refusal.value = httpWords.waiting.gone;
    return goes;
  };
  const { method, url } = call;
  return {
    near,
    held,
    draft,
    way,
    chosen,
    fromNowOn,
    wrong,
    busy: busy.value,
    refusal: refusal.value || sending.refusal,
    hasMock: mock !== undefined,
    widens,
    isRelease,
    change: (next: ResponseDraft) => {
      written.value = next;
      wrong.value = null;
    },
    choose: (id: number) => {
      chosen.value = id;
      way.value = 'mock';
      written.value = null;
      wrong.value = null;
    },
    /** Gives the answer; and has a mock give it from now on, if that is wanted. */
    answer: async () => {
      if (isRelease) {
        await goOn('continue', { method, url, mock: held.id });
        return;
      }
      const read = readAnswer(draft, call);
      if (!read.ok) {
        wrong.value = { ...read, answer: 0 };
        return;
      }
      const saves = held === undefined && fromNowOn.value;
      if (!(await goOn('continue', read.answer)) || !saves) return;
      const saved = widens?.mock ?? mockFor(call, [read.response]);
      await send({ type: 'admin.savesMock', mock: saved }, httpWords.waiting.saved);
    },
    fail: (answer: RecordedAnswer) => void goOn('continue', answer),
    stop: () => void goOn('stop'),
  };
}
