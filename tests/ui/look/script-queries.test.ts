import { describe, expect, it } from 'vitest';
import type { HelpClient, Looked } from '../../../src/ui/help-client.ts';
import { scriptQueriesOf } from '../../../src/ui/look/script-queries.ts';
import { shownLooks } from '../../../src/ui/look/shown-looks.ts';
import { openFakeWindow } from '../fake-window.ts';

/** What an editor is told about its script where help answers this to everything. */
async function queriesThatHear(answer: Looked | null) {
  const { context } = await openFakeWindow([]);
  const help = { look: () => Promise.resolve(answer) } as unknown as HelpClient;
  return scriptQueriesOf({ ...context, help }, 1);
}

describe('what is asked about a name', () => {
  it('is told from a look that nobody could take, where the name is used nowhere', async () => {
    const nobody = await queriesThatHear(null);
    const nothing = await queriesThatHear({ kind: 'nothing' });
    const without = 'The scripts could not be looked at';

    expect(await nobody.showReferences('name', 0)).toMatchObject({
      isShown: false,
      says: expect.stringContaining(without) as unknown,
    });
    expect(await nothing.showReferences('name', 0)).toEqual({
      isShown: false,
      says: 'Nothing is known about where this is used.',
    });
    expect((await nobody.nameAt('name', 0)) as unknown).toMatchObject({
      says: expect.stringContaining(without) as unknown,
    });
    expect(await nobody.preview('name', 0, 'other')).toMatchObject({
      kind: 'refused',
      says: expect.stringContaining(without) as unknown,
    });
    expect(shownLooks.value).toBeNull();
  });

  it.each([
    ['superseded', ''],
    ['tooMuch', 'that took too long and was stopped'],
    ['noWorker', 'checking stopped several times in a row'],
    ['failed', 'checking it failed'],
  ] as const)('says why it has no answer when that is %s', async (why, text) => {
    const queries = await queriesThatHear({ kind: 'unanswered', why });
    const said = [
      await queries.showReferences('name', 0),
      await queries.nameAt('name', 0),
      await queries.preview('name', 0, 'other'),
    ].map((answer) => ('says' in answer ? answer.says : answer.kind));

    const says = text === '' ? '' : (expect.stringContaining(text) as unknown);
    expect(said).toEqual([says, says, says]);
  });

  it('is shown with how often it is used', async () => {
    const looks = await queriesThatHear({
      kind: 'references',
      name: 'greet',
      of: 'variable',
      count: 3,
      scripts: 2,
      places: [],
    });

    expect(await looks.showReferences('greet', 0)).toEqual({
      isShown: true,
      says: '“greet” stands in 3 places of 2 scripts',
    });
    expect(shownLooks.value?.references?.count).toBe(3);
  });
});
