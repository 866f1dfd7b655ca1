import { memberRights } from '../../engine/channel-settings.ts';
import type { FaqFolder } from '../../engine/definition.ts';
import { sessionKey } from '../../engine/event-data.ts';
import { leavesOf, valueAt } from '../../engine/setting-kinds.ts';
import type { Message, Session, World } from '../../engine/world.ts';
import { topicCells } from './live-topic.ts';
import type { TextRow } from './rows.ts';

export type Cells = Readonly<Record<string, string | number | boolean | null>>;

/** How SearchEngine writes a time: as DateTime does, in the world's zone. */
export type ShowTime = (milliseconds: number | null) => string | null;

const flagsOf = ({ customerTyping, userTyping }: Session): number =>
  (customerTyping ? 1 : 0) + (userTyping ? 2 : 0);

/** chat_session (chat-domain §1.3). The client of a customer who is there has just asked for news. */
const sessionCells = (world: World, session: Session, time: ShowTime): Cells => ({
  topic_id: session.channel,
  user_id: session.agent,
  customer_id: session.contact,
  contact_id: 0,
  project_id: 0,
  sale_id: 0,
  ticket_id: session.ticket,
  customer_alias: session.customer.alias,
  status: session.status,
  when_requested: time(session.whenRequested),
  when_started: time(session.whenStarted),
  when_ended: time(session.whenEnded),
  idle: time(session.whenIdle),
  customer_fetch: time(session.connected ? world.now : session.whenIdle),
  session_key: sessionKey(world, session),
  initial_queue_pos: session.queuePosition,
  customer_host: 'localhost',
  alert_level: session.alertLevel,
  rank: session.rank,
  name: session.customer.name,
  company_name: session.customer.company,
  email: session.customer.email,
  phone: session.customer.phone,
  country: session.customer.country,
  first_message: session.firstMessage,
  last_message: session.lastMessage,
  flags: flagsOf(session),
  transfer_to: session.transferTo,
  consented: session.consented,
  chatbot_isactive: session.botActive,
  rating: session.rating,
});

/** Whoever is there has read what is shown to them. */
const isRead = (world: World, { session, whenPosted }: Message): boolean =>
  whenPosted <= world.now && world.sessions.get(session)?.connected === true;

type Live = {
  /** Columns that name a row of another live table. */
  readonly links: Readonly<Record<string, string>>;
  readonly rows: (world: World, time: ShowTime) => Iterable<readonly [id: number, cells: Cells]>;
};

/** `Support/Product A`: the names of a folder's parents and its own. */
function fullName(world: World, folder: FaqFolder): string {
  const names: string[] = [];
  const seen = new Set<number>();
  for (let at: FaqFolder | undefined = folder; at !== undefined && !seen.has(at.id);) {
    names.unshift(at.name);
    seen.add(at.id);
    const { parent }: FaqFolder = at;
    at = world.faqFolders.find(({ id }) => id === parent);
  }
  return names.join('/');
}

/** The chat's own tables, read from the world as it is at this moment (chat-domain §1). */
const tables: Readonly<Record<string, Live>> = {
  chat_session: {
    links: { topic_id: 'chat_topic', user_id: 'ejuser', transfer_to: 'ejuser' },
    *rows(world, time) {
      for (const session of world.sessions) yield [session.id, sessionCells(world, session, time)];
    },
  },
  chat_message: {
    links: { session_id: 'chat_session', created_by: 'ejuser' },
    *rows(world, time) {
      for (const message of world.messages) {
        yield [
          message.id,
          {
            session_id: message.session,
            message: message.text,
            when_posted: time(message.whenPosted),
            special_type: message.specialType,
            special_param: message.specialParam,
            read_by_customer: isRead(world, message),
            type: message.type,
            author: message.author,
            created_by: message.sender === 'customer' ? -1 : message.agent,
          },
        ];
      }
    },
  },
  chat_topic: {
    links: {},
    *rows(world) {
      for (const channel of world.channels) yield [channel.id, topicCells(world, channel)];
    },
  },
  chat_topic_user: {
    links: { topic_id: 'chat_topic', user_id: 'ejuser' },
    *rows(world) {
      let id = 0;
      for (const channel of world.channels) {
        for (const member of channel.members) {
          yield [
            ++id,
            {
              user_id: member.agent,
              topic_id: channel.id,
              ...Object.fromEntries(
                leavesOf(memberRights).map(({ path, setting }) => [
                  setting.column ?? path,
                  valueAt(member, path) as boolean,
                ]),
              ),
            },
          ];
        }
      }
    },
  },
  kb_category: {
    links: { parent_id: 'kb_category' },
    *rows(world) {
      for (const folder of world.faqFolders) {
        yield [folder.id, { name: folder.name, parent_id: folder.parent, fullname: fullName(world, folder) }];
      }
    },
  },
  kb_entry: {
    links: { category_id: 'kb_category' },
    *rows(world) {
      for (const { id, folder, title, question, answer, keywords, access } of world.faqEntries) {
        yield [id, { category_id: folder, title, question, answer, keywords, access_level: access }];
      }
    },
  },
  ejuser: {
    links: {},
    *rows(world) {
      for (const { id, name, firstName, email, present } of world.agents) {
        const lastname = name.split(' ').slice(1).join(' ');
        const names = { loginname: name, username: name, firstname: firstName, lastname };
        yield [id, { ...names, email, chat_status: present }];
      }
    },
  },
};

const find = (table: string): Live | undefined => {
  const name = table.toLowerCase();
  return Object.hasOwn(tables, name) ? tables[name] : undefined;
};

export const isLiveTable = (table: string): boolean => find(table) !== undefined;

/** The table whose row a column of a live table names. */
export const liveLinkOf = (table: string, column: string): string | undefined => {
  const links = find(table)?.links ?? {};
  const name = column.toLowerCase();
  return Object.hasOwn(links, name) ? links[name] : undefined;
};

export function liveRows(world: World, table: string, time: ShowTime): readonly TextRow[] {
  const rows: TextRow[] = [];
  for (const [id, cells] of find(table)?.rows(world, time) ?? []) {
    rows.push({
      id,
      cells: new Map(Object.entries({ id, ...cells }).map(([name, cell]) => [name, textOf(cell)])),
    });
  }
  return rows;
}

function textOf(cell: Cells[string] | undefined): string | null {
  if (cell === null || cell === undefined) return null;
  return typeof cell === 'boolean' ? (cell ? '1' : '0') : String(cell);
}
