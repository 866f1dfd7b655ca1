import { useStore } from '../context.ts';

/** What the customer of a session is called. */
export function useNames(): (session: number) => string {
  const { world } = useStore();
  return (session) => {
    const customer = world.peek()?.sessions.get(session)?.customer;
    return customer === undefined ? '' : customer.name || customer.alias;
  };
}
