import { describe, expect, it } from 'vitest';
import { createWorld } from '../../../../src/engine/create-world.ts';
import { draftedSource, sharedStart, sourceDraft } from '../../../../src/ui/bots/folders/script-names.ts';

const at = '2026-03-02T09:00:00.000Z';

describe('a script', () => {
  const startOf = (...names: readonly string[]): number => {
    const scripts = names.map((name, index) => ({ id: index + 1, name }));
    const [folder] = createWorld({ startsAt: at, folders: [{ name: 'Bot', scripts }] }).folders;
    return folder === undefined ? -1 : sharedStart(folder);
  };

  it('is listed without the words that all scripts of its folder begin with', () => {
    expect(startOf('echobot register', 'echobot session created', 'echobot session changed')).toBe(8);
    expect(startOf('bot one', 'bot')).toBe(0);
    expect(startOf('hide numbers', 'note messages')).toBe(0);
    expect(startOf('echobot register')).toBe(0);
  });

  it('keeps an emptied text as an unsaved one, and no draft of what is saved', () => {
    for (const source of ['', 'print(1);']) {
      expect(draftedSource(sourceDraft(source, 'print(2);'))).toBe(source);
      expect(draftedSource(sourceDraft(source, source))).toBeUndefined();
    }
  });
});
