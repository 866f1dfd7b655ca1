import { h, render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { useCopy } from '../../../src/ui/controls/use-copy.ts';

const words = { yes: 'Copied', refused: 'Selected' };

/** Shows a text that can be copied, where nothing is drawn. */
function openCopying() {
  let now: ReturnType<typeof useCopy> | null = null;
  const Shown = ({ text }: { readonly text: string }) => {
    now = useCopy(text, words);
    return null;
  };
  const page = { nodeType: 1, childNodes: [], firstChild: null } as unknown as HTMLElement;
  const show = (text: string) =>
    act(() => {
      render(h(Shown, { text }), page);
    });
  return { show, copy: async () => now?.copy(), says: () => now?.says };
}

/** A clipboard that takes, or refuses, each text when it is told to. */
function stubClipboard() {
  const asked: { readonly text: string; readonly take: () => void; readonly refuse: () => void }[] = [];
  const writeText = (text: string) =>
    new Promise<void>((take, reject) => {
      const refuse = () => {
        reject(new Error('refused'));
      };
      asked.push({ text, take, refuse });
    });
  vi.stubGlobal('navigator', { clipboard: { writeText } });
  vi.stubGlobal('HTMLInputElement', EventTarget);
  return asked;
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('a text that can be copied', () => {
  it('says what came of it', async () => {
    const asked = stubClipboard();
    const { show, copy, says } = openCopying();
    await show('a');
    const said = [says()];

    for (const answer of ['take', 'refuse'] as const) {
      await act(async () => {
        const copying = copy();
        asked.at(-1)?.[answer]();
        await copying;
      });
      said.push(says());
    }

    expect(said).toEqual(['', 'Copied', 'Selected']);
  });

  it('says nothing of the one that was shown before, also where the clipboard answers late', async () => {
    const asked = stubClipboard();
    const { show, copy, says } = openCopying();
    await show('a');
    const copying = copy();

    await show('b');
    await act(async () => {
      asked[0]?.take();
      await copying;
    });

    expect([asked.map(({ text }) => text), says()]).toEqual([['a'], '']);
  });
});
