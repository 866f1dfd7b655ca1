import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/protocol/engine-api.ts';
import { createOutbox, type TextInput } from '../../../src/ui/store/outbox.ts';
import { settle } from '../../support/fake-time.ts';
import { asText } from '../../../src/engine/codes.ts';

const place = 'customer:1';
const says = (text: string): TextInput => ({ type: 'customer.writes', session: 1, text });
const done: Answer = { kind: 'committed', seq: 1 };

/** An outbox over drafts that outlive it; what it sends waits for `answer`. */
function given(drafts = new Map<string, string>()) {
  const sent: { readonly id: string; readonly text: string; readonly answer: (answer: Answer) => void }[] =
    [];
  const open = { workspace: 'w' };
  let ids = drafts.size;
  const outbox = createOutbox({
    workspace: () => open.workspace,
    newId: () => String((ids += 1)),
    dispatch: (id, { text }) =>
      new Promise((resolve) => {
        sent.push({ id, text, answer: resolve });
      }),
    read: (key) => drafts.get(`${open.workspace} ${key}`) ?? '',
    keep: (key, text) => void drafts.set(`${open.workspace} ${key}`, text),
  });
  const answer = async (with_: Answer) => {
    sent.at(-1)?.answer(with_);
    await settle();
  };
  const texts = () => outbox.waiting(place).map(({ input }) => input.text);
  return { outbox, sent, answer, texts, drafts, open };
}

describe('what is sent while something is on its way', () => {
  it('waits its turn: each text is a message of its own, in order', async () => {
    const { outbox, sent, answer, texts } = given();

    for (const text of ['one', 'two', 'three']) outbox.send(place, says(text));
    expect(texts()).toEqual(['one', 'two', 'three']);
    expect(sent.map(({ text }) => text)).toEqual(['one']);
    await answer(done);
    expect(texts()).toEqual(['two', 'three']);
    await answer(done);
    await answer(done);

    expect(sent.map(({ text }) => text)).toEqual(['one', 'two', 'three']);
    expect(new Set(sent.map(({ id }) => id)).size).toBe(3);
    expect(texts()).toEqual([]);
  });

  it('does not wait for other places', () => {
    const { outbox, sent } = given();

    outbox.send(place, says('one'));
    outbox.send('agent:1:1', { type: 'agent.writes', agent: 1, session: 1, text: 'two' });

    expect(sent.map(({ text }) => text)).toEqual(['one', 'two']);
  });

  it.each<Answer>([
    { kind: 'refused', reason: asText('The chat is over.') },
    { kind: 'failed', problem: { code: 'E-DB-WRITE', reason: asText('The chat is over.') } },
  ])('comes back with what follows it, before what is typed now, when it fails: %j', async (failure) => {
    const { outbox, sent, answer, texts, drafts } = given();
    outbox.send(place, says('one'));
    outbox.send(place, says('two'));
    drafts.set(`w ${place}`, 'thr');

    await answer(failure);

    expect(drafts.get(`w ${place}`)).toBe('one\ntwo\nthr');
    expect(texts()).toEqual([]);
    expect(sent).toHaveLength(1);
    expect(outbox.refusal(place)).toBe('The chat is over.');
    outbox.send(place, says('again'));
    expect(outbox.refusal(place)).toBe('');
  });
});

describe('what was not acknowledged when the page went', () => {
  it('is sent again as the same command, so that it is taken once', async () => {
    const before = given();
    before.outbox.send(place, says('one'));
    before.outbox.send(place, says('two'));

    const { outbox, sent, answer } = given(before.drafts);
    outbox.resume();
    await answer(done);

    expect(sent.map(({ id, text }) => [id, text])).toEqual([
      [before.sent[0]?.id, 'one'],
      [expect.any(String), 'two'],
    ]);
  });

  it('stays with its workspace, and goes on when that is opened again', async () => {
    const { outbox, sent, answer, texts, open } = given();
    outbox.send(place, says('one'));
    outbox.send(place, says('two'));

    open.workspace = 'other';
    outbox.resume();
    await answer({ kind: 'failed', problem: { code: 'E-ENGINE', reason: asText('Not open.') } });
    expect(texts()).toEqual([]);
    expect(sent).toHaveLength(1);
    open.workspace = 'w';
    outbox.resume();
    await answer(done);

    expect(sent.map(({ text }) => text)).toEqual(['one', 'one', 'two']);
    expect(sent[1]?.id).toBe(sent[0]?.id);
  });
});
