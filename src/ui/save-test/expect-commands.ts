import { customerScreen, visibleMessages } from '../../engine/views.ts';
import type { MarkedExpectation } from '../../protocol/test-making.ts';
import { customerName } from '../names.ts';
import type { Command, CommandContext } from '../palette/command.ts';
import { statusShort } from '../statuses.ts';
import { words as pageWords } from '../words/words.ts';
import { saveTestWords as words } from '../words/save-test-words.ts';
import { wantedOf } from './wanted.ts';

/** Making a test, and what of the selected customer's chat it is to expect, for who looks for it by name. */
export function testCommands(here: CommandContext): readonly Command[] {
  const { store, files, windowState } = here;
  const wanted = wantedOf(store);
  const make = (id: string, title: string, run: () => void): Command => ({
    id: `test ${id}`,
    group: 'do',
    title,
    detail: words.test,
    icon: 'tests',
    run: () => {
      run();
      return '';
    },
  });
  const expect = (title: string, one: MarkedExpectation): Command =>
    make(`expect ${one.kind}`, wanted.has(one) ? words.isTakenBack(title) : title, () => {
      wanted.toggle(one);
    });
  const save = make('save', `${pageWords.saveTest}…`, () => {
    files.shows.value = 'saveTest';
  });
  const world = store.world.peek();
  const session = world?.sessions.get(windowState.view.peek().session);
  if (world === null || session === undefined) return [save];
  const who = customerName(session);
  const shows = customerScreen(world, session);
  const { step } = world;
  const last = visibleMessages(world, session.id, 'customer').findLast(({ sender }) => sender !== 'customer');
  return [
    save,
    expect(words.expectStatus(who, statusShort(session.status)), {
      kind: 'status',
      session: session.id,
      status: session.status,
      step,
    }),
    expect(words.expectScreen(who, words.screens[shows] ?? shows), {
      kind: 'shows',
      session: session.id,
      shows,
      step,
    }),
    ...(last === undefined
      ? []
      : [expect(words.expectLast(who), { kind: 'message', message: last.id, step })]),
  ];
}
