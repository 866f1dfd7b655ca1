/** The columns of chat_topic that the admin's screen sets (chat-domain §1.1, §7). The others follow, are legacy, or are flags. */
export const schemaColumns: readonly string[] = `
  name description widget_language welcome_message badge_header warning_new_chat manager_warning_new_chat warning_chat_message
  manager_warning_chat_message widget_theme widget_color widget_font widget_font_size widget_badge_color widget_badge_text_color
  widget_cust_msg_color widget_cust_msg_text_color widget_agent_msg_color widget_agent_msg_text_color widget_button_color
  widget_button_text_color widget_show_logo widget_show_agent_photo widget_agent_use_firstname widget_welcome_title
  widget_welcome_message custom_queue_text widget_offline_header widget_offline_message widget_enable_ticket category_id
  priority_id widget_offline_fields offline_form_time_limit offline_form_queue_length widget_auto_faq kb_category_id
  widget_pre_form widget_pre_message widget_required_fields widget_post_form widget_post_header widget_post_message
  widget_post_transcript widget_enable_rating widget_rating_text use_opening_hours tzLocationId
  mon_enabled mon_start mon_stop tue_enabled tue_start tue_stop wed_enabled wed_start wed_stop thu_enabled thu_start thu_stop
  fri_enabled fri_start fri_stop sat_enabled sat_start sat_stop sun_enabled sun_start sun_stop
  use_lunch_hours lunch_start lunch_stop bot_enabled bot_name bot_register_scriptid
`
  .trim()
  .split(/\s+/);
