import { Later } from '../../controls/later.tsx';
import type { LeftBehindProps } from '../../settings/things/left-behind-note.tsx';

const note = () =>
  import('../../settings/things/left-behind-note.tsx').then(({ LeftBehindNote }) => LeftBehindNote);

/** What a deletion would leave behind, fetched when a menu that offers it is opened. */
export const LeftBehindLater = (props: LeftBehindProps) => <Later load={note} {...props} />;
