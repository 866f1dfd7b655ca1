import { Icon } from '../controls/icon.tsx';
import { Popover } from '../controls/popover.tsx';
import { SaveTestItem } from '../files/save-test-item.tsx';
import { TranscriptItem } from '../files/transcript-item.tsx';
import { words } from '../words/words.ts';

type ChatMenuProps = { readonly session: number; readonly name: string };

/** What can be done with a chat by whoever sees it, owner or not. */
export const ChatMenu = ({ session, name }: ChatMenuProps) => (
  <Popover label={<Icon name="more" size={16} />} name={words.chatMenu(name)} class="quiet icon-button">
    {(close) => (
      <>
        <TranscriptItem session={session} close={close} />
        <SaveTestItem close={close} />
      </>
    )}
  </Popover>
);
