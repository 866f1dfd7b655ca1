import type { HelpApi } from '../../protocol/help-api.ts';
import { allLater } from '../all-later.ts';
import { partLater } from '../part-later.ts';
import type { Ports } from '../ports.ts';

const calls: Readonly<Record<keyof HelpApi, true>> = {
  connect: true,
  know: true,
  check: true,
  assist: true,
  format: true,
  look: true,
  placeBreakpoints: true,
  checkBreakpoint: true,
  ping: true,
};

/** The worker that helps to write scripts, whose part is loaded with the first call; a call fails where that cannot be loaded. */
export function helpInPart(ports: Pick<Ports, 'loadText'>): HelpApi {
  return allLater(
    calls,
    partLater(async () => (await import('./help-service.ts')).createHelpService(ports)),
  );
}
