import type { Channel, Hours, RequiredField } from '../engine/definition.ts';
import type { World } from '../engine/world.ts';
import type { Cells } from './live-tables.ts';

/** WidgetRequiredFields (chat-domain §1.8). */
const fieldBits: Readonly<Record<RequiredField, number>> = {
  email: 1,
  name: 2,
  company: 4,
  phone: 8,
  country: 16,
};

const maskOf = (fields: readonly RequiredField[]): number =>
  fields.reduce((mask, field) => mask | fieldBits[field], 0);

/** ChatTopicFlag (chat-domain §1.8). */
const flagsOf = ({ preChatForm, layout, offlineForm }: Channel): number =>
  (preChatForm.consent ? 4 : 0) +
  (layout.queueText.enabled ? 8 : 0) +
  (layout.size === 'large' ? 16 : 0) +
  (offlineForm.consent ? 32 : 0) +
  (offlineForm.fromQueue.enabled ? 64 : 0);

/** A time of the day: the column is a date and time of which only the time counts. */
const timeOfDay = (time: string): string => `1970-01-01 ${time}:00`;

const hoursOf = (
  day: string,
  { enabled, start, stop }: Hours,
): readonly (readonly [column: string, value: string | boolean])[] => [
  [`${day}_enabled`, enabled],
  [`${day}_start`, timeOfDay(start)],
  [`${day}_stop`, timeOfDay(stop)],
];

const openingCells = ({ properties: { openingHours } }: Channel): Cells => ({
  use_opening_hours: openingHours.enabled,
  ...Object.fromEntries(Object.entries(openingHours.days).flatMap(([day, hours]) => hoursOf(day, hours))),
  use_lunch_hours: openingHours.lunch.enabled,
  lunch_start: timeOfDay(openingHours.lunch.start),
  lunch_stop: timeOfDay(openingHours.lunch.stop),
});

const layoutCells = ({ layout, properties }: Channel): Cells => ({
  widget_language: properties.language,
  widget_theme: layout.theme === 'modern' ? 1 : 0,
  widget_color: layout.color,
  widget_font: layout.font,
  widget_font_size: layout.fontSize,
  widget_badge_color: layout.badgeColor,
  widget_badge_text_color: layout.badgeTextColor,
  widget_cust_msg_color: layout.customerColor,
  widget_cust_msg_text_color: layout.customerTextColor,
  widget_agent_msg_color: layout.agentColor,
  widget_agent_msg_text_color: layout.agentTextColor,
  widget_button_color: layout.buttonColor,
  widget_button_text_color: layout.buttonTextColor,
  widget_show_logo: layout.showLogo,
  widget_show_agent_photo: layout.showAgentPhoto,
  widget_agent_use_firstname: layout.agentFirstNameOnly,
  widget_welcome_title: layout.header,
  widget_welcome_message: layout.message,
  welcome_message: layout.welcomeMessage,
  custom_queue_text: layout.queueText.text,
});

const formCells = ({ offlineForm, preChatForm, postChatForm }: Channel): Cells => ({
  widget_offline_header: offlineForm.header,
  widget_offline_message: offlineForm.message,
  widget_enable_ticket: offlineForm.requests.enabled,
  widget_offline_fields: maskOf(offlineForm.required),
  offline_form_time_limit: offlineForm.fromQueue.minutes,
  offline_form_queue_length: offlineForm.fromQueue.length,
  widget_pre_form: preChatForm.enabled,
  widget_pre_message: preChatForm.message,
  widget_required_fields: maskOf(preChatForm.required),
  widget_auto_faq: preChatForm.faqEnabled,
  kb_category_id: preChatForm.faqFolder,
  widget_post_form: postChatForm.enabled,
  widget_post_header: postChatForm.header,
  widget_post_message: postChatForm.message,
  widget_post_transcript: postChatForm.transcript,
  widget_enable_rating: postChatForm.rating,
  widget_rating_text: postChatForm.ratingText,
});

/** The bot of a channel; the scripts are those that its registration found. */
function botCells(world: World, { id, bot }: Channel): Cells {
  const scripts = world.registrations.find(({ channel }) => channel === id)?.scripts;
  return {
    bot_enabled: bot.enabled,
    bot_name: bot.name,
    bot_register_scriptid: scripts?.register ?? 0,
    bot_session_created_scriptid: scripts?.sessionCreated ?? 0,
    bot_session_changed_scriptid: scripts?.sessionChanged ?? 0,
    bot_message_received_scriptid: scripts?.messageReceived ?? 0,
  };
}

/** chat_topic (chat-domain §1.1). What the world does not know of a channel has no value. */
export function topicCells(world: World, channel: Channel): Cells {
  const { properties } = channel;
  const accepts = world.accepts[channel.id];
  return {
    name: channel.name,
    description: properties.description,
    language_id: -1,
    flags: flagsOf(channel),
    seconds_pr_accept: accepts === undefined ? 0 : Math.round(accepts.seconds / accepts.count),
    badge_header: properties.badgeHeader,
    warning_new_chat: properties.warningNewChat,
    manager_warning_new_chat: properties.managerWarningNewChat,
    warning_chat_message: properties.warningNewMessage,
    manager_warning_chat_message: properties.managerWarningNewMessage,
    ...layoutCells(channel),
    ...formCells(channel),
    ...openingCells(channel),
    ...botCells(world, channel),
  };
}
