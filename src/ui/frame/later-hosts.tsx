import { NetworkHost } from '../network/network-host.tsx';
import { MomentMenu } from '../past/moment-menu.tsx';
import { TourHost } from '../tour/tour-host.tsx';
import { PaneKeys } from './pane-keys.tsx';

/** What stands over the window and waits for its hour: one part, loaded when the window is drawn and nothing else is to be done. */
export const LaterHosts = () => (
  <>
    <MomentMenu />
    <NetworkHost />
    <TourHost />
    <PaneKeys />
  </>
);
