import { Later } from '../../controls/later.tsx';
import type { PortEntryProps } from '../../port/port-entry.tsx';

const entry = () => import('../../port/port-entry.tsx').then(({ PortEntry }) => PortEntry);

/** The way to port a folder or script, fetched when its menu is opened. */
export const PortLater = (props: PortEntryProps) => <Later load={entry} {...props} />;
