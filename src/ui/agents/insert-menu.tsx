import type { Session } from '../../engine/world.ts';
import { Icon } from '../controls/icon.tsx';
import { Later } from '../controls/later.tsx';
import { Popover } from '../controls/popover.tsx';
import { words } from '../words/words.ts';

type InsertMenuProps = {
  readonly agent: number;
  readonly session: Session;
  readonly draftKey: string;
};

const load = () => import('./insert-picker.tsx').then(({ InsertPicker }) => InsertPicker);

/** What an agent can put into the reply: own quick replies, links to what the FAQ says, and files (chat-domain §8.2). */
export const InsertMenu = (props: InsertMenuProps) => (
  <Popover
    role="dialog"
    class="quiet icon-button"
    name={words.insert}
    title={words.insertHint}
    label={<Icon name="plus" />}
  >
    {(close) => <Later load={load} {...props} close={close} />}
  </Popover>
);
