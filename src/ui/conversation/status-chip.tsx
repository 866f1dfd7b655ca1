import type { SessionStatus } from '../../engine/numbers.ts';
import { statusFull, statusShort, statusTone } from '../statuses.ts';

type StatusChipProps = { readonly status: SessionStatus; readonly bare?: boolean };

/** A status as it looks everywhere: number and name in its colour, the product's names on hover. */
export const StatusChip = ({ status, bare = false }: StatusChipProps) => (
  <span class={`chip tone-${statusTone(status)}`} title={statusFull(status)} data-status={status}>
    {bare ? String(status) : statusShort(status)}
    {bare ? <span class="hidden-text">{statusShort(status).slice(String(status).length)}</span> : null}
  </span>
);
