import type { Mock, MockFile } from '../../../engine/definition.ts';
import { mockFor, type MockWorld } from '../../../engine/mock-match.ts';
import { matchesPattern } from './budgeted.ts';

/** The mock that already answers what another one would; undefined where none does. */
export const knownMock = (
  world: MockWorld,
  { method = 'GET', url, body = '' }: MockFile['request'],
): Mock | undefined => mockFor(world, { method, url, body, headers: {} }, matchesPattern);
