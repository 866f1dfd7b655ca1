import type { Channel } from '../../engine/definition.ts';
import { hrefOf, type Path } from '../frame/router.ts';

/** Where a widget stands alone; it names the workspace, as another may be the latest by the time it is loaded again. */
export const pathOfAlone = (session: number, workspace: string): Path => [
  'widget',
  String(session),
  workspace,
];

/** Opens a customer's widget in a window of its own, about as large as the channel wants it. */
export function openAlone(session: number, workspace: string, channel: Channel | undefined): void {
  const size = channel?.layout.size === 'large' ? 'width=520,height=760' : 'width=400,height=620';
  const address = new URL(hrefOf(pathOfAlone(session, workspace)), location.href);
  // Without an opener it is a tab like any other, with unsent texts of its own.
  window.open(address, '_blank', `popup,noopener,${size}`);
}
