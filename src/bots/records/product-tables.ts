import { plainName } from '../../engine/table-rows.ts';

/*
 * Tables of SuperOffice's database that scripts name, and their columns, the primary key first: facts of the product's
 * table pages. Tables that are missing here exist all the same; then nobody says what columns they have.
 */

const stamps = 'registered registered_associate_id updated updated_associate_id updatedCount';
const dbi = 'dbi_agent_id dbi_key dbi_last_syncronized dbi_last_modified';
const days = (ends: string): string =>
  ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
    .flatMap((day) => ends.split(' ').map((end) => `${day}_${end}`))
    .join(' ');

/** The columns of each table, without those that are the same in many. */
const tables: Readonly<Record<string, string>> = {
  address: `address_id owner_id atype_idx zipcode city state county address1 address2 address3 validFrom validTo wgs84latitude
    wgs84longitude ${stamps}`,
  appointment: `appointment_id contact_id person_id associate_id group_idx done do_by leadtime task_idx priority_idx type status
    private alarm text_id project_id mother_id document_id color_index invitedPersonId activeDate endDate lagTime source userdef_id
    userdef2_id activeLinks recurrenceRuleId location alldayEvent freeBusy rejectCounter emailId rejectReason hasAlarm assignedBy
    preferredTZLocation sale_id suggestedAppointmentId suggestedDocumentId isMilestone join_videomeet_url
    centralservice_videomeet_id original_start_date agenda_text_id internal_notes_text_id SendEmail modified_appointment_fields
    created_by_workflow_id cautionWarning mother_associate_id owned_externally ${stamps}`,
  associate: `associate_id name rank tooltip deleted group_idx lastlogin lastlogout person_id checklistlimit type userFlags
    isLocation tzLocationId locationAddress ejuserId encryptedCheck userName waiting_for_approval ${stamps}`,
  attachment: `id content_type name att_size auth_key charset attachment_location_id ${dbi}`,
  BinaryObject: `BinaryObject_id conceptualType mimeType description originalSize blobSize isZipped isEncrypted extraInfo
    binaryData ${stamps}`,
  BinaryObjectLink: `BinaryObjectLink_id binaryObjectId ownerTable ownerRecord linkComment linkType rank ${stamps}`,
  Category: `Category_id name rank tooltip deleted CategoryFamily_id category_group enable_lead_status ${stamps}`,
  chat_message: `id session_id message when_posted special_type special_param read_by_customer type author created_by`,
  chat_session: `id topic_id user_id customer_id customer_alias status when_requested when_started when_ended idle customer_fetch
    session_key initial_queue_pos customer_host alert_level rank name company_name email phone first_message last_message flags
    project_id sale_id ticket_id contact_id transfer_to consented chatbot_isactive country rating`,
  chat_topic: `id description language_id welcome_message last_accept seconds_pr_accept alert_timeout alert_template
    alert_recipient flags name badge_header warning_new_chat manager_warning_new_chat widget_theme widget_color widget_font
    widget_show_logo widget_show_agent_photo widget_welcome_title widget_welcome_message widget_offline_header
    widget_offline_message widget_enable_ticket category_id priority_id widget_offline_fields widget_auto_faq kb_category_id
    widget_pre_form widget_pre_message widget_required_fields widget_post_form widget_post_header widget_post_message
    widget_post_transcript widget_language use_opening_hours tzLocationId ${days('enabled start stop')} custom_queue_text
    bot_enabled bot_name bot_register_scriptid bot_session_created_scriptid bot_session_changed_scriptid
    bot_message_received_scriptid use_lunch_hours lunch_start lunch_stop widget_agent_use_firstname warning_chat_message
    manager_warning_chat_message offline_form_time_limit offline_form_queue_length widget_enable_rating widget_rating_text
    widget_badge_color widget_badge_text_color widget_cust_msg_color widget_cust_msg_text_color widget_agent_msg_color
    widget_agent_msg_text_color widget_font_size widget_button_color widget_button_text_color`,
  chat_topic_user: `id user_id topic_id can_respond notifications can_listen manager`,
  contact: `contact_id name kananame department number1 number2 associate_id country_id business_idx category_idx xstop nomailing
    text_id mother_id userdef_id orgNr soundEx source userdef2_id activeInterests group_id tzLocationId ticketPriorityId deleted
    supportLanguageId supportAssociateId supportPersonId activeErpLinks DeletedDate ${stamps} ${dbi}`,
  country: `country_id name rank tooltip deleted english_name zip_prefix flagres_id addressLayout addressLayoutDomestic
    addressLayoutForeign currency_id orgNrText domainName defaultLcid dialInPrefix dialOutPrefix interAreaPrefix customPhoneDesc
    phonePartOfNA isBuiltIn isoNumber abbrev3 abbrev2 tzLocationId ${stamps}`,
  cust_lang: `id name lang_code virtual_domain web_domains email_domains email_header kb_root is_default iso_code`,
  document: `document_id application_id name header our_ref your_ref searchname attention text_id archiveProvider appointment_id
    extref userdef_id userdef2_id snum ExtUrl ${stamps}`,
  eab_entry: `id folder_id name email_address sms_number dbi_delete ${dbi}`,
  ej_category: `id parent_id name category_master fullname flags delegate_method delegate_counter external_name assignment_lag
    reply_template notification_email closing_status msg_closing_status`,
  ej_message: `id ticket_id search_title created_at created_by type message_category author slevel message_id time_spent
    time_charge body html_body email_header debug_info mail_sorter customer_id body_attachment html_body_attachment
    html_body_inline_converted inbox important language sentiment sentimentConfidence changed_at changed_by badge`,
  ejscript: `id hierarchy_id description include_id access_key body html_output long_description extra_menus_id
    unique_identifier type last_exec_http last_exec_anon_http source_code includes last_compiled source_maps blocked_verbs
    ${stamps}`,
  ejuser: `id loginname usergroup username password firstname middlename lastname email access_level status signature notify_mask
    email_mask sms_mask language dictionary default_category textareasize flags last_category profile_id hidden_bag_bitset
    notify_external_lock notify_external_source login_attempts last_login_attempt idle_time default_user sms new_gui minute_offset
    date_format simultaneous_login picture_id not_present default_status_new_ticket default_status_add_message
    num_expanded_messages date_format_string time_format_string date_format_long_string chat_status ${dbi}`,
  Email: `email_id contact_id person_id project_id reserved_id1 reserved_id2 protocol type description email_address rank
    bounceCount lastBounce lastSent dbi_agent_id appointment_id lastBounceCode lastBounceReason ${stamps}`,
  extra_fields: `id domain extra_table target_extra_table field_name name default_value type flags params order_pos description`,
  extra_tables: `id table_name name search_header view_entry_header new_entry_header edit_entry_header hierarchy_id sort_order
    display_field flags parent_field fullname_field screen_chooser_entry screen_chooser_all screen_chooser_edit description icon_id
    table_number`,
  hierarchy: `id domain parent_id name fullname ${stamps}`,
  invoice_entry: `id message_id description type quantity price_pr_unit discount date_invoiced discount_money ie_sum`,
  kb_category: `id parent_id name fullname description sort_order access_level inherited_access_level created_by access_check
    ${dbi}`,
  kb_entry: `id category_id title question answer keywords access_level created_by sort_order last_changed read_count score
    score_weight flags status expire_date workflow_phase ${dbi}`,
  message_customers: `id message_id customer_id email`,
  message_header: `id message_id type name value std_item std_item_col`,
  person: `person_id contact_id rank lastname firstname mrmrs title text_id position_idx year_of_birth month_of_birth
    day_of_birth phone_present userdef_id person_number kanalname kanafname post1 post2 post3 usepersonaddress middleName source
    nomailing country_id userdef2_id retired activeInterests associate_id group_id salutation department initials gender
    business_idx category_idx tzLocationId sentInfo showContactTickets ticketPriorityId supportLanguageId supportAssociateId
    blockEmarketing activeErpLinks DeletedDate ${stamps} ${dbi}`,
  phone: `phone_id owner_id ptype_idx phone rank description validFrom validTo searchPhoneNumber ${stamps}`,
  project: `project_id name project_number type_idx status_idx associate_id text_id userdef_id soundEx source userdef2_id
    postitText_id group_id tzLocationId activeLinks done endDate nextMilestoneDate nmdAppointment_id activeErpLinks ${stamps}`,
  projectmember: `projectmember_id project_id contact_id person_id rank mtype_idx text_id ${stamps}`,
  quick_reply: `quick_reply_id associate_id name html_body rank ${stamps}`,
  registry: `id reg_id name value`,
  reply_template: `id name description folder_id owned_by last_changed access_level flags`,
  reply_template_body: `id reply_template_id language_id flags body_plain body_html subject headers body_sms`,
  sale: `sale_id associate_id group_idx contact_id person_id saledate amount probability_idx appointment_id text_id project_id
    earning earning_percent userdef_id userdef2_id heading credited_id source_id reason_id comptr_id currency_id probability status
    done number1 visibility source activeLinks saleType_id postitText_id reasonStalled_id reopenDate nextDueDate nddAppointment_id
    reasonSold_id saleTypeCat_id activeErpLinks created_by_workflow_id stage_when_closed_id ${stamps}`,
  SaleStakeholder: `salestakeholder_id sale_id contact_id person_id rank stakeholderrole_id comment ${stamps}`,
  selection: `selection_id associate_id group_idx name text_id postitText_Id visibility seltype searchCat_id companyUnique soundEx
    source memberCount includePerson targetTableNumber done combinationType leftSelectionId rightSelectionId
    dashboard_tile_definition_id SystemType chartKey lastLoaded lastLoadedBy lastMembershipChange lastMembershipChangeBy
    ${stamps}`,
  sequence: `id next_id TableName TableNumber`,
  Task: `Task_id name rank tooltip deleted record_type direction color_index defaultAlldayEvent defaultFreeBusy
    defaultPublishType intentId default_videomeeting_status ${stamps}`,
  text: `text_id type owner_id text lcid seqno html_text ${stamps}`,
  ticket: `id connect_id title created_at last_changed activate closed_at created_by author owned_by category orig_category slevel
    status ticket_status cust_id priority orig_priority alert_level alert_timeout alert_stop read_by_owner first_read_by_owner
    first_read_by_user read_by_customer filter_id display_filter replied_at time_to_reply time_to_close real_time_to_reply
    real_time_to_close read_status has_attachment deadline filter_address origin time_spent_internally time_spent_externally
    time_spent_queue real_time_spent_internally real_time_spent_externally real_time_spent_queue time_spent_calculated
    num_replies num_messages from_address tags contact_id language sentiment sentimentConfidence form_submission_id
    created_by_workflow_id suggestedCategory_id origHumanCategory_id sale_id project_id time_spent ticket_type ${dbi}`,
  ticket_attachment: `id attachment_id message_id content_id inline_image`,
  ticket_customers: `id ticket_id customer_id`,
  ticket_log: `id ticket_id log_code log_who log_when log_description log_what_value2`,
  ticket_priority: `id name status flags ${days('start stop')} non_dates deadline sort_order ticket_read changed_owner
    ticket_newinfo ticket_closed ticket_changed_priority ticket_new`,
  ticket_status: `id status ts_rank name time_counter deleted no_email_reopen`,
  ticket_type: `ticket_type_id name rank tooltip icon default_status default_priority reply_template is_external is_default
    show_in_new exclude_signature exclude_email_recipients external_as_default visible_for_groups reply_forward_no_signature
    reply_external_as_default ${stamps}`,
  UDList: `UDList_id name rank tooltip deleted UDListDefinition_id ${stamps}`,
  URL: `url_id contact_id person_id project_id reserved_id1 reserved_id2 type description url_address rank ${stamps}`,
  UserGroup: `UserGroup_id name rank tooltip deleted type ${stamps}`,
  UserPreference: `userpreference_id deflevel maxlevel owner_id prefsection prefkey prefvalue ${stamps}`,
  Webhook: `webhook_id name events target_url type application_token headers properties secret state errors_email ${stamps}`,
  Webhook_usage: `webhook_usage_id total_calls total_errors consecutive_errors last_error ${stamps}`,
};

/** What NetServer makes of other columns: no column of the database, but a field that can be asked for. */
const constructed = new Set(['emailaddress', 'fullname']);

let byName: ReadonlyMap<string, readonly string[]> | undefined;

/** The columns of a table of SuperOffice, the primary key first; undefined for tables that are not known here. */
export function productColumns(table: string): readonly string[] | undefined {
  byName ??= new Map(
    Object.entries(tables).map(([name, columns]) => [name.toLowerCase(), columns.trim().split(/\s+/)]),
  );
  return byName.get(table.toLowerCase());
}

/** The names of SuperOffice's tables that are known here. */
export const productTableNames = (): readonly string[] => Object.keys(tables);

/** The primary key of a table of SuperOffice. */
export const productKeyOf = (table: string): string | undefined => productColumns(table)?.[0];

/** Whether SuperOffice's table has the column, as far as that is known; undefined where it is not. */
export function hasProductColumn(table: string, column: string): boolean | undefined {
  const columns = productColumns(table);
  // Extra fields, x_…, are made by the customer.
  if (columns === undefined || /^x_/i.test(column)) return undefined;
  const wanted = plainName(column);
  return constructed.has(wanted) || columns.some((name) => plainName(name) === wanted);
}
