import { describe, expect, it } from 'vitest';
import { channelFrom } from '../../../src/engine/defaults.ts';
import { createWorld } from '../../../src/engine/create-world.ts';
import { worldToJson } from '../../../src/engine/world-json.ts';
import type { Preview, PreviewProblem, PreviewRequest } from '../../../src/protocol/preview.ts';
import type { FilesClient } from '../../../src/ui/files-client.ts';
import { previewProblemText } from '../../../src/ui/words/preview-words.ts';
import { Previewing } from '../../../src/ui/preview/previewing.ts';
import { createStillStore } from '../../../src/ui/preview/still-store.ts';
import type { Store } from '../../../src/ui/store/store.ts';
import { previewTexts } from '../../support/preview-texts.ts';

const world = createWorld({ startsAt: '2026-03-02T09:00:00Z' });

const named = (name: string): PreviewRequest => ({
  setting: { startsAt: '2026-03-02T09:00:00Z' },
  channel: channelFrom({ id: 1, name }),
  now: 0,
  leftOut: [],
  texts: previewTexts,
});

const played = (problems: readonly PreviewProblem[] = []): Preview => ({
  kind: 'played',
  views: [{ view: 'closed', world: worldToJson(world), session: 1, reached: true, because: null }],
  problems,
});

type Answer = Awaited<ReturnType<FilesClient['preview']>>;

/** A preview whose worker answers when the test says so, and whose time passes when the test says so. */
function started() {
  const asked: { readonly name: string; readonly answer: (made: Answer) => Promise<void> }[] = [];
  const waiting = new Set<() => void>();
  let stopped = 0;
  const previewing = new Previewing({
    client: {
      preview: (request) =>
        new Promise((resolve) => {
          const answer = async (made: Answer) => {
            resolve(made);
            await Promise.resolve();
            await Promise.resolve();
          };
          asked.push({ name: request.channel.name, answer });
        }),
      stop: () => {
        stopped += 1;
      },
    },
    after: (_, run) => {
      waiting.add(run);
      return () => waiting.delete(run);
    },
  });
  return {
    previewing,
    state: () => previewing.state.value,
    names: () => asked.map(({ name }) => name),
    answer: (made: Answer) => asked.at(-1)?.answer(made),
    /** Nobody changes anything for a while. */
    quiet: () => {
      for (const run of [...waiting]) {
        waiting.delete(run);
        run();
      }
    },
    stops: () => stopped,
  };
}

describe('the picture of settings that change', () => {
  it('is played at once at first, then when nobody types any more', async () => {
    const { previewing, state, names, answer, quiet } = started();

    previewing.want(named('A'));
    expect(names()).toEqual(['A']);
    await answer(played());
    expect(state()).toMatchObject({ busy: false, stale: null, views: [{ view: 'closed', session: 1 }] });

    for (const name of ['A b', 'A be', 'A bee']) previewing.want(named(name));
    expect(names()).toEqual(['A']);
    expect(state().busy).toBe(true);
    quiet();
    expect(names()).toEqual(['A', 'A bee']);
  });

  it('is that of the newest: what was overtaken while it was played is not shown', async () => {
    const { previewing, state, names, answer, quiet } = started();
    previewing.want(named('A'));
    previewing.want(named('B'));
    quiet();
    expect(names()).toEqual(['A']);

    await answer(played([{ view: 'faq', code: 'faq-empty' }]));

    expect(names()).toEqual(['A', 'B']);
    expect(state()).toMatchObject({ busy: true, problems: [] });
    await answer(played());
    expect(state().busy).toBe(false);
  });

  it('stays as it was where the settings cannot be saved, or a script hangs, and says why', async () => {
    const { previewing, state, answer, quiet } = started();
    previewing.want(named('A'));
    await answer(played());
    const { views } = state();

    previewing.want(named('B'));
    quiet();
    await answer({ kind: 'unfit', problem: { code: 'text', params: { text: 'No.' } } });
    expect(state()).toMatchObject({ busy: false, stale: { code: 'text' } });
    expect(state().views).toBe(views);

    previewing.want(named('C'));
    quiet();
    await answer({ kind: 'notPlayed', because: 'slow' });
    expect(state()).toMatchObject({ busy: false, stale: 'slow' });
    expect(state().views).toBe(views);

    previewing.want(named('D'));
    quiet();
    await answer(played());
    expect(state().stale).toBeNull();
  });

  it('is given up with its worker once nobody looks', async () => {
    const { previewing, names, answer, quiet, stops, state } = started();
    previewing.want(named('A'));
    previewing.want(named('B'));

    previewing.end();

    expect(stops()).toBe(1);
    quiet();
    await answer(played());
    expect(names()).toEqual(['A']);
    expect(state().views).toEqual([]);
  });
});

it('a store that stands shows the world it is given, and does nothing that it is asked to', async () => {
  const sent: unknown[] = [];
  const around = { dispatch: (input: unknown) => Promise.resolve(sent.push(input)) } as unknown as Store;
  const store = createStillStore(around, world);
  const next = { ...world, now: 5 };

  store.show(next);
  store.keepDraft('customer:1', 'Hello');
  store.outbox.send('customer:1', { type: 'customer.writes', session: 1, text: 'Hello' });
  const answer = await store.dispatch({ type: 'customer.leaves', session: 1 });

  expect(store.world.value).toBe(next);
  expect(store.anchor.value.at).toBe(5);
  expect([answer.kind, store.draft('customer:1'), sent]).toEqual(['refused', '', []]);
});

it('what spoils a view is told in a sentence', () => {
  const codes = ['faq-empty', 'faq-folder-gone', 'nobody', 'never-open', 'bot-first', 'bot-folder'] as const;
  const failed: PreviewProblem = {
    view: 'conversation',
    code: 'script-failed',
    script: 'eko bot message received',
    failure: { code: 'text', params: { text: 'Division by zero.' } },
  };

  const told = codes.map((code) => previewProblemText({ view: 'faq', code }));

  expect(new Set(told).size).toBe(codes.length);
  expect(told.every((text) => /^[A-Z].*\.$/.test(text))).toBe(true);
  expect(previewProblemText(failed)).toBe(
    'The script eko bot message received fails here: Division by zero.',
  );
});
