import {
  choice,
  colour,
  faqFolder,
  lines,
  number,
  some,
  text,
  time,
  toggle,
  zone,
  type ProductField,
  type ValuesOf,
} from './setting-kinds.ts';

/*
 * Every setting of a channel (chat-domain §7), under the tabs of the product's screen and in their order. This is the one
 * place where a setting is written down: `Channel`, its defaults, its schema, the rows and carriers that scripts see, the form,
 * its checks and docs/channel-settings.md are read off it. Its words are in `ui/words/channel-words.ts`.
 */

const day = (name: string, isOn: boolean) => {
  const carrier = `OpeningHours.${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  return {
    enabled: toggle(isOn, { column: `${name}_enabled`, carrier: `${carrier}Enabled` }),
    start: time('08:00', { column: `${name}_start`, carrier: `${carrier}Start` }),
    stop: time('16:00', { column: `${name}_stop`, carrier: `${carrier}Stop` }),
  };
};

/** A week; chats can wait as long. */
const mostMinutes = 7 * 24 * 60;
const warning = (standard: number, place: ProductField) => number('minutes', mostMinutes, standard, place);

/** What a form can ask for, in the order of the bits of WidgetRequiredFields (chat-domain §1.8). */
const required = (place: ProductField) =>
  some(['email', 'name', 'company', 'phone', 'country'], ['email', 'name'], place);

/** The name of a channel, which stands over its tabs. */
export const channelName = text(255, 'New channel', { column: 'name', carrier: 'Name' });

export const channelSettings = {
  properties: {
    language: text(63, 'en', {
      names: 'language',
      column: 'widget_language',
      carrier: 'Widget.LanguageIsoCode',
    }),
    badgeHeader: text(255, 'Chat with us', { column: 'badge_header', carrier: 'BadgeHeader' }),
    description: text(255, '', { column: 'description', carrier: 'Description' }),
    warningNewChat: warning(2, { column: 'warning_new_chat', carrier: 'WarnNewChatMinutes' }),
    managerWarningNewChat: warning(5, {
      column: 'manager_warning_new_chat',
      carrier: 'WarnManagerNewChatMinutes',
    }),
    warningNewMessage: warning(2, { column: 'warning_chat_message' }),
    managerWarningNewMessage: warning(5, { column: 'manager_warning_chat_message' }),
    openingHours: {
      enabled: toggle(false, { column: 'use_opening_hours', carrier: 'OpeningHoursEnabled' }),
      timeZone: zone({ column: 'tzLocationId', isKey: true }),
      days: {
        mon: day('mon', true),
        tue: day('tue', true),
        wed: day('wed', true),
        thu: day('thu', true),
        fri: day('fri', true),
        sat: day('sat', false),
        sun: day('sun', false),
      },
      lunch: {
        enabled: toggle(false, { column: 'use_lunch_hours' }),
        start: time('12:00', { column: 'lunch_start' }),
        stop: time('13:00', { column: 'lunch_stop' }),
      },
    },
  },
  layout: {
    theme: choice(['classic', 'modern'], { column: 'widget_theme', carrier: 'Widget.Theme' }),
    size: choice(['normal', 'large'], { flag: 16, carrier: 'Widget.Size' }),
    color: colour('#0A5E58', { column: 'widget_color', carrier: 'Widget.Color' }),
    badgeColor: colour('', { column: 'widget_badge_color' }),
    badgeTextColor: colour('', { column: 'widget_badge_text_color' }),
    customerColor: colour('', { column: 'widget_cust_msg_color' }),
    customerTextColor: colour('', { column: 'widget_cust_msg_text_color' }),
    agentColor: colour('', { column: 'widget_agent_msg_color' }),
    agentTextColor: colour('', { column: 'widget_agent_msg_text_color' }),
    buttonColor: colour('', { column: 'widget_button_color' }),
    buttonTextColor: colour('', { column: 'widget_button_text_color' }),
    font: text(64, 'Verdana', { names: 'font', column: 'widget_font', carrier: 'Widget.Font' }),
    fontSize: text(16, '', { names: 'fontSize', column: 'widget_font_size' }),
    logo: text(255, '', { carrier: 'Widget.LogoName', needs: 'showLogo' }),
    showLogo: toggle(false, { column: 'widget_show_logo', carrier: 'Widget.LogoEnabled' }),
    showAgentPhoto: toggle(false, { column: 'widget_show_agent_photo', carrier: 'Widget.ShowAgentPhoto' }),
    agentFirstNameOnly: toggle(false, { column: 'widget_agent_use_firstname' }),
    header: text(255, '', { column: 'widget_welcome_title', carrier: 'Widget.WelcomeTitle' }),
    message: text(255, '', { column: 'widget_welcome_message', carrier: 'Widget.WelcomeMessage' }),
    queueText: {
      enabled: toggle(false, { flag: 8, carrier: 'CustomQueueTextEnabled' }),
      text: text(255, '', { column: 'custom_queue_text', carrier: 'CustomQueueText', needs: 'enabled' }),
    },
    /** The product keeps it as a long text without a limit of its own; a message is at most this long here. */
    welcomeMessage: lines(32_768, { column: 'welcome_message', carrier: 'WelcomeMessage' }),
  },
  bot: {
    enabled: toggle(false, { column: 'bot_enabled', carrier: 'BotEnabled' }),
    /** The product keeps the number of the register script, which follows from the folder. */
    folder: text(255, '', {
      names: 'botFolder',
      column: 'bot_register_scriptid',
      isKey: true,
      needs: 'enabled',
    }),
    name: text(80, '', { column: 'bot_name', carrier: 'BotSettings.BotName', needs: 'enabled' }),
  },
  offlineForm: {
    header: text(255, '', { column: 'widget_offline_header', carrier: 'Widget.OfflineHeader' }),
    message: lines(1024, { column: 'widget_offline_message', carrier: 'Widget.OfflineMessage' }),
    requests: {
      enabled: toggle(true, { column: 'widget_enable_ticket', carrier: 'TicketEnabled' }),
      category: text(255, '', { column: 'category_id', isKey: true, needs: 'enabled' }),
      priority: text(255, '', { column: 'priority_id', isKey: true, needs: 'enabled' }),
    },
    required: required({ column: 'widget_offline_fields', carrier: 'Widget.OfflineFields' }),
    consent: toggle(false, { flag: 32 }),
    /** Offers the offline form to who waits: after `minutes`, or when `length` customers wait. 0 is off. */
    fromQueue: {
      enabled: toggle(false, { flag: 64 }),
      minutes: number('minutes', mostMinutes, 0, { column: 'offline_form_time_limit', needs: 'enabled' }),
      length: number('customers', 100_000, 0, { column: 'offline_form_queue_length', needs: 'enabled' }),
    },
  },
  preChatForm: {
    enabled: toggle(false, { column: 'widget_pre_form', carrier: 'Widget.PreFormEnabled' }),
    message: lines(1024, {
      column: 'widget_pre_message',
      carrier: 'Widget.PreFormMessage',
      needs: 'enabled',
    }),
    required: required({
      column: 'widget_required_fields',
      carrier: 'Widget.RequiredFields',
      needs: 'enabled',
    }),
    consent: toggle(false, { flag: 4, carrier: 'CollectConsent', needs: 'enabled' }),
    faqEnabled: toggle(false, { column: 'widget_auto_faq', carrier: 'Widget.AutoFaqEnabled' }),
    faqFolder: faqFolder({ column: 'kb_category_id', needs: 'faqEnabled' }),
  },
  postChatForm: {
    enabled: toggle(false, { column: 'widget_post_form', carrier: 'Widget.PostFormEnabled' }),
    header: text(255, '', {
      column: 'widget_post_header',
      carrier: 'Widget.PostFormHeader',
      needs: 'enabled',
    }),
    message: lines(1024, {
      column: 'widget_post_message',
      carrier: 'Widget.PostFormMessage',
      needs: 'enabled',
    }),
    transcript: toggle(false, {
      column: 'widget_post_transcript',
      carrier: 'Widget.PostTranscriptEnabled',
      needs: 'enabled',
    }),
    rating: toggle(false, { column: 'widget_enable_rating', needs: 'enabled' }),
    ratingText: lines(1024, { column: 'widget_rating_text', needs: 'rating' }),
  },
};

export type ChannelSettings = ValuesOf<typeof channelSettings>;

/** What a member of a channel may do (chat_topic_user, chat-domain §1.2). */
export const memberRights = {
  canRespond: toggle(true, { column: 'can_respond', carrier: 'CanRespond' }),
  notifications: toggle(true, { column: 'notifications', carrier: 'CanNotify' }),
  canListen: toggle(false, { column: 'can_listen', carrier: 'CanListen' }),
  manager: toggle(false, { column: 'manager', carrier: 'CanManage' }),
};

export type MemberRights = ValuesOf<typeof memberRights>;
