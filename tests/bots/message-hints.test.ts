import { expect, it } from 'vitest';
import { play } from './stage.ts';
import { sentence } from '../../src/words/sentence.ts';

const hintsOf = ({ events }: ReturnType<typeof play>) =>
  events.flatMap((event) => (event.type === 'hint.raised' ? [sentence(event.hint)] : []));

const posting = (special: number) => `addChatMessage(1, "x", 1, "Eko", ${String(special)}, "");`;

it.each([-1, 4, 19])(
  'saves a message of the special type %i, which does not exist, with a hint',
  (special) => {
    const played = play(posting(special));

    expect(hintsOf(played)).toEqual([expect.stringContaining(`${String(special)} is no special type`)]);
    expect(played.events).toContainEqual(
      expect.objectContaining({ type: 'message.saved', specialType: special }),
    );
  },
);

it('says nothing about those that exist', () => {
  for (const special of [0, 1, 3, 5, 9, 16, 18]) expect(hintsOf(play(posting(special)))).toEqual([]);
});

it('says so too when a trigger before the message makes it one', () => {
  const trigger = 'getEventData().setOutputValue("chatMessage.specialType", "40");';
  const played = play('', {
    folders: [{ id: 2, name: 'T', scripts: [{ id: 5, name: 'before', source: trigger }] }],
    channels: [{ id: 1, name: 'Support', members: [{ agent: 1 }] }],
    triggers: [{ id: 1, event: 402, script: 5 }],
  });

  expect(hintsOf(played)).toEqual([expect.stringContaining('40 is no special type')]);
});
