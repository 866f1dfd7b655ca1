import { Table } from './table.ts';
import type { Message, Request, Session, Undelivered, World } from './world.ts';

type Rows<T> = readonly (T | null)[];
type SessionJson = Omit<Session, 'messages' | 'undelivered'> & {
  readonly messages: Rows<number>;
  readonly undelivered: Rows<Undelivered>;
};

/** A world as plain data: what snapshots hold and what crosses to the page. */
export type WorldJson = Omit<World, 'sessions' | 'messages' | 'requests'> & {
  readonly sessions: Rows<SessionJson>;
  readonly messages: Rows<Message>;
  readonly requests: Rows<Request>;
};

/** The world as plain data; `worldFromJson` is the inverse. */
export function worldToJson(world: World): WorldJson {
  return {
    ...world,
    sessions: world.sessions.toJSON().map(
      (session) =>
        session && {
          ...session,
          messages: session.messages.toJSON(),
          undelivered: session.undelivered.toJSON(),
        },
    ),
    messages: world.messages.toJSON(),
    requests: world.requests.toJSON(),
  };
}

/** The world that plain data stands for. The data is taken as it is: it must come from `worldToJson`, of this build or an older one. */
export function worldFromJson(json: WorldJson): World {
  return {
    ...json,
    mockStates: (json as Partial<WorldJson>).mockStates ?? {},
    sessions: Table.from<Session>(
      json.sessions.map(
        (session) =>
          session && {
            ...session,
            messages: Table.from(session.messages),
            undelivered: Table.from(session.undelivered),
          },
      ),
    ),
    messages: Table.from(json.messages),
    requests: Table.from(json.requests),
  };
}
