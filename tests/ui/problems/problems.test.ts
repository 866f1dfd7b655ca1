import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../../src/crmscript/diagnostic.ts';
import type { RunHint } from '../../../src/engine/run-hints.ts';
import { createIgnored, keyOfHint } from '../../../src/ui/problems/ignored.ts';
import { checkedRows, runRows, filteredProblems } from '../../../src/ui/problems/problems-list.ts';
import { remedyOf } from '../../../src/ui/problems/remedies.ts';

const at = (line: number) => ({ file: 'f', start: 0, end: 0, line, column: 1 });
const found = (severity: Diagnostic['severity'], code: string, line: number): Diagnostic => ({
  severity,
  code,
  message: code,
  span: at(line),
});
const scripts = [
  { id: 1, name: 'one' },
  { id: 2, name: 'two' },
];
const source = 'first\n  resetChat(1);\nlast';
const checked = {
  1: { source, found: [found('hint', 'no-role', 2), found('error', 'syntax', 3)] },
  2: { source: '', found: [found('warning', 'odd', 1)] },
};
const ran = (code: string, seq: number, script = 1): RunHint => ({
  hint: { code, params: {} },
  rule: 'T17',
  seq,
  session: 1,
  script,
  line: 3,
});

/** Texts by their places, as a workspace keeps them. */
function keeping() {
  const texts = signal<Readonly<Record<string, string>>>({});
  return {
    texts,
    draft: (place: string) => texts.value[place] ?? '',
    keepDraft: (place: string, text: string) => {
      texts.value = { ...texts.value, [place]: text };
    },
  };
}

describe('the problems', () => {
  it('stand with errors first, and are counted by kind', () => {
    const { rows, counts } = filteredProblems(checkedRows(scripts, checked), 'all', new Set());

    expect(rows.map(({ severity, name }) => `${severity} ${name}`)).toEqual([
      'error one',
      'warning two',
      'hint one',
    ]);
    expect(counts).toEqual({ all: 3, error: 1, warning: 1, hint: 1 });
  });

  it('are those of one kind where somebody asks for one', () => {
    const { rows } = filteredProblems(checkedRows(scripts, checked), 'warning', new Set());

    expect(rows.map(({ name }) => name)).toEqual(['two']);
  });

  it('have what runs showed once for each script, with how often and where it was last', () => {
    const rows = runRows(scripts, [
      ran('ended-without-word', 4),
      ran('x', 5, 9),
      ran('ended-without-word', 8),
    ]);

    expect(rows).toMatchObject([{ name: 'one', line: 3, times: 2, hint: { seq: 8 } }]);
  });
});

describe('a hint that is ignored', () => {
  it('is gone from the list, stays gone when its line moves, and comes back when the line says something else', () => {
    const ignored = createIgnored(keeping());
    const [, , hint] = checkedRows(scripts, checked);
    ignored.ignore(hint?.key ?? '');

    const rowsWith = (text: string, line: number) =>
      filteredProblems(
        checkedRows(scripts, { 1: { source: text, found: [found('hint', 'no-role', line)] } }),
        'all',
        ignored.keys.value,
      );

    expect(rowsWith(source, 2).rows).toEqual([]);
    expect(rowsWith(source, 2).ignored).toHaveLength(1);
    expect(rowsWith(`\n\n${source}`, 4).rows).toEqual([]);
    expect(rowsWith(source.replace('1', '2'), 2).rows).toHaveLength(1);
  });

  it('can be taken back, and leaves nothing then', () => {
    const store = keeping();
    const ignored = createIgnored(store);
    const key = keyOfHint('no-role', 1, source, 2);

    ignored.ignore(key);
    ignored.ignore('another');
    ignored.takeBack(key);
    expect([...ignored.keys.value]).toEqual(['another']);
    ignored.takeBack('another');

    expect(store.texts.value).toEqual({ 'hints.ignored': '' });
  });

  it('is never an error', () => {
    const rows = checkedRows(scripts, checked);

    expect(filteredProblems(rows, 'all', new Set(rows.map(({ key }) => key))).counts).toMatchObject({
      error: 1,
      hint: 0,
    });
  });

  it.each(['', 'no JSON', '{"a":1}', '[1,2]'])('is nothing where %s is kept', (kept) => {
    const store = keeping();
    store.keepDraft('hints.ignored', kept);

    expect([...createIgnored(store).keys.value]).toEqual([]);
  });
});

describe('what mends a hint besides its text', () => {
  it('is a place in the settings, or done at once', () => {
    expect(remedyOf({ code: 'forms-skipped', params: { at: 3, channel: 'Shop' } })).toEqual({
      kind: 'channel',
      name: 'Shop',
      path: ['settings', 'channels', '3', 'preChatForm'],
    });
    expect(remedyOf({ code: 'newer-than-registration', params: { at: 3 } })).toEqual({
      kind: 'register',
      channel: 3,
    });
    expect(remedyOf({ code: 'no-role', params: { mended: 'my bot register' } })).toEqual({
      kind: 'rename',
      name: 'my bot register',
    });
    expect(remedyOf({ code: 'no-role', params: { mended: '' } })).toBeUndefined();
    expect(remedyOf({ code: 'ends-without-a-word' })).toBeUndefined();
  });
});
