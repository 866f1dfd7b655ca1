import { useSurroundings, useWorld } from '../context.ts';
import { ErrorBoundary } from '../parts/error-boundary.tsx';
import { MaximiseButton } from '../stage/maximise.tsx';
import { words } from '../words.ts';
import { AddCustomer } from './add-customer.tsx';
import { CustomerTile } from './customer-tile.tsx';
import { tileSessions } from './tiles.ts';

/** The column of the customers: one widget a session. */
export function Customers() {
  const { hidden } = useSurroundings().windowState.view.value;
  const sessions = useWorld((world) => tileSessions(world, hidden));
  const anyChannel = useWorld((world) => world.channels.length > 0);
  return (
    <section class="pane customers" aria-labelledby="customers-title">
      <header class="pane-head">
        <h2 id="customers-title">{words.customers}</h2>
        <span class="count">{sessions.length}</span>
        <span class="push" />
        {anyChannel ? <AddCustomer /> : null}
        <MaximiseButton of="stage" />
      </header>
      {sessions.length === 0 ? (
        <div class="empty">
          <p>{anyChannel ? words.noCustomers : words.noChannels}</p>
          {anyChannel ? <p>{words.noCustomersHint}</p> : null}
        </div>
      ) : (
        <div class="tiles">
          {sessions.map(({ id }) => (
            <ErrorBoundary key={id}>
              <CustomerTile session={id} />
            </ErrorBoundary>
          ))}
        </div>
      )}
    </section>
  );
}
