import { signal } from '@preact/signals';
import type { LineCoverage } from '../../protocol/coverage.ts';

/** The lines of scripts, by their text, whose hits stand in the margin of the editor; null while it shows none. */
export const marginLines = signal<ReadonlyMap<string, readonly LineCoverage[]> | null>(null);
