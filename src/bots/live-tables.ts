import type { Session, World } from '../engine/world.ts';
import type { TextRow } from './rows.ts';

type Cells = Readonly<Record<string, string | number | boolean | null>>;

/** How SearchEngine writes a time: as DateTime does, in the world's zone. */
export type ShowTime = (milliseconds: number | null) => string | null;

const flagsOf = ({ customerTyping, userTyping }: Session): number =>
  (customerTyping ? 1 : 0) + (userTyping ? 2 : 0);

/** chat_session (chat-domain §1.3). */
const sessionCells = (session: Session, time: ShowTime): Cells => ({
  topic_id: session.channel,
  user_id: session.agent,
  customer_id: session.contact,
  ticket_id: session.ticket,
  customer_alias: session.customer.alias,
  status: session.status,
  when_requested: time(session.whenRequested),
  when_started: time(session.whenStarted),
  when_ended: time(session.whenEnded),
  idle: time(session.whenIdle),
  initial_queue_pos: session.queuePosition,
  customer_host: 'localhost',
  alert_level: session.alertLevel,
  rank: session.rank,
  name: session.customer.name,
  company_name: session.customer.company,
  email: session.customer.email,
  phone: session.customer.phone,
  first_message: session.firstMessage,
  last_message: session.lastMessage,
  flags: flagsOf(session),
  transfer_to: session.transferTo,
  consented: session.consented,
  chatbot_isactive: session.botActive,
  rating: session.rating,
});

type Live = {
  /** Columns that name a row of another live table. */
  readonly links: Readonly<Record<string, string>>;
  readonly rows: (world: World, time: ShowTime) => Iterable<readonly [id: number, cells: Cells]>;
};

/** The chat's own tables, read from the world as it is at this moment (chat-domain §1). */
const tables: Readonly<Record<string, Live>> = {
  chat_session: {
    links: { topic_id: 'chat_topic', user_id: 'ejuser', transfer_to: 'ejuser' },
    *rows(world, time) {
      for (const session of world.sessions) yield [session.id, sessionCells(session, time)];
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
      for (const channel of world.channels) {
        const { properties, layout, bot, preChatForm, postChatForm } = channel;
        yield [
          channel.id,
          {
            name: channel.name,
            description: properties.description,
            badge_header: properties.badgeHeader,
            warning_new_chat: properties.warningNewChat,
            manager_warning_new_chat: properties.managerWarningNewChat,
            warning_chat_message: properties.warningNewMessage,
            manager_warning_chat_message: properties.managerWarningNewMessage,
            widget_language: properties.language,
            widget_welcome_title: layout.header,
            widget_welcome_message: layout.message,
            welcome_message: layout.welcomeMessage,
            custom_queue_text: layout.queueText.text,
            widget_pre_form: preChatForm.enabled,
            widget_auto_faq: preChatForm.faqEnabled,
            widget_post_form: postChatForm.enabled,
            use_opening_hours: properties.openingHours.enabled,
            bot_enabled: bot.enabled,
            bot_name: bot.name,
          },
        ];
      }
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
              can_respond: member.canRespond,
              notifications: member.notifications,
              can_listen: member.canListen,
              manager: member.manager,
            },
          ];
        }
      }
    },
  },
  kb_category: {
    links: { parent: 'kb_category' },
    *rows(world) {
      for (const { id, name, parent } of world.faqFolders) yield [id, { name, parent }];
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
        yield [id, { username: name, firstname: firstName, email, chat_status: present }];
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
