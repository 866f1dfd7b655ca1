import type { SetName } from './known-sets.ts';

export type ColumnEntry = { readonly says: string; readonly set?: SetName };

/** Lines of `column | what it holds | the numbers that it holds` (chat-domain §1). */
function columnsOf(text: string): Readonly<Record<string, ColumnEntry>> {
  const entries = text
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [names = '', says = '', set = ''] = line.split('|').map((part) => part.trim());
      const entry: ColumnEntry = set === '' ? { says } : { says, set: set as SetName };
      return names.split(',').map((name) => [name.trim(), entry] as const);
    });
  return Object.fromEntries(entries);
}

/** What the columns of the chat's own tables hold, in our words. */
export const columnEntries: Readonly<Record<string, Readonly<Record<string, ColumnEntry>>>> = {
  chat_session: columnsOf(`
    id | The number of the session.
    topic_id | The channel.
    user_id | The agent who has it; not set while a bot has it.
    customer_id | The contact person that it is linked with; none or -1 for nobody.
    contact_id, project_id, sale_id, ticket_id | What it is linked with; 0 is nothing.
    customer_alias | The name under which the customer chats.
    status | Where the session stands. | status
    when_requested | When the customer asked for a chat.
    when_started | When an agent took it.
    when_ended | When it ended.
    idle | When somebody last wrote.
    customer_fetch | When the customer's browser last asked for news.
    session_key | The secret by which the customer's browser is known.
    initial_queue_pos | Its place in the queue at the beginning.
    customer_host | The computer of the customer.
    alert_level | How far warnings about it have gone.
    rank | The lowest number that no other chat of its agent has; it picks a colour.
    name, company_name, email, phone, country | What the customer said in the form.
    first_message, last_message | The first, or the last, message, cut at 1024 characters.
    flags | Who is writing. | sessionFlags
    transfer_to | The agent who is asked to take it over.
    consented | Whether the customer has consented. | yesNo
    chatbot_isactive | Whether a bot takes part; its scripts run only while it does. | botActive
    rating | How many stars the customer gave.
  `),
  chat_message: columnsOf(`
    id | The number of the message.
    session_id | The session.
    message | The text, with a few tags of HTML.
    when_posted | When it shows, and by which it is put in order.
    special_type | What kind of message it is. | specialType
    special_param | What its kind wants, 255 characters at most.
    read_by_customer | Whether the customer has seen it. | yesNo
    type | From whom to whom it goes. | messageType
    author | The name above the bubble.
    created_by | The user who wrote it; -1 is the customer.
  `),
  chat_topic: columnsOf(`
    id | The number of the channel.
    name | Its name, for users.
    description | What it is for, for users.
    language_id | The language of its customers.
    welcome_message | What the customer is told when an agent takes the chat.
    last_accept | When a chat of it was last taken.
    seconds_pr_accept | How long customers wait on average.
    flags | Its switches. | topicFlags
    category_id, priority_id | What a request made of it gets.
    widget_theme | How the widget looks. | theme
    widget_color, widget_font, widget_font_size | How the widget looks.
    widget_welcome_title, widget_welcome_message | The header of the widget.
    widget_offline_header, widget_offline_message | The header of the widget while nobody is there.
    widget_enable_ticket | Whether a request can be left while nobody is there. | yesNo
    widget_auto_faq | Whether the FAQ comes before the queue. | yesNo
    kb_category_id | The folder of the FAQ that is searched.
    widget_pre_form | Whether a form comes first. | yesNo
    widget_required_fields, widget_offline_fields | Which fields of the form have to be filled in. | formFields
    widget_post_form | Whether a form comes at the end. | yesNo
    widget_enable_rating | Whether the customer may give stars. | yesNo
    use_opening_hours | Whether it is closed at times. | yesNo
    custom_queue_text | What the customer reads while waiting.
    bot_enabled | Whether it has a bot. | yesNo
    bot_name | What its bot is called.
    bot_register_scriptid, bot_session_created_scriptid, bot_session_changed_scriptid, bot_message_received_scriptid | The script of its bot; 0 is none.
    warning_new_chat, manager_warning_new_chat | After how many minutes somebody is warned that nobody takes a chat.
    warning_chat_message, manager_warning_chat_message | After how many minutes somebody is warned that nobody answers.
    offline_form_time_limit | After how many minutes in the queue the offline form is offered.
    offline_form_queue_length | From which length of the queue on the offline form is offered.
  `),
  chat_topic_user: columnsOf(`
    id | The number of the row.
    user_id | The member.
    topic_id | The channel.
    can_respond | Whether they may answer its chats. | yesNo
    notifications | Whether they are warned. | yesNo
    can_listen | Whether they may listen in. | yesNo
    manager | Whether they may hand over the chats of others, and get the warnings for managers. | yesNo
  `),
  ejuser: columnsOf(`
    id | The number of the user.
    loginname, username | The name with which they log in.
    firstname, lastname | Their name.
    email | Their address.
    chat_status | Whether they are there for chats. | presence
  `),
  kb_category: columnsOf(`
    id | The number of the folder.
    name | Its name.
    parent_id | The folder that it lies in.
    fullname | Its name with those above it.
  `),
  kb_entry: columnsOf(`
    id | The number of the entry.
    category_id | The folder that it lies in.
    title, question, answer, keywords | What the entry says.
    access_level | Who may see it. | faqAccess
  `),
};
