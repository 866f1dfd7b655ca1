import { hrefOf } from '../../frame/router.ts';
import { LaterIcon } from '../../controls/later-icon.tsx';
import type { SectionName } from '../kinds.ts';
import { settingsWords } from '../../words/settings-words.ts';
import { listWords } from '../../words/list-words.ts';

/** On a phone, where the list and a form are one at a time: the way back. */
export const BackToList = ({ section }: { readonly section: SectionName }) => (
  <a class="back-to-list" href={hrefOf(['settings', section])}>
    <LaterIcon name="back" /> {listWords.back(settingsWords.sections[section])}
  </a>
);
