/*
 * What the reference of SuperOffice names. What is here and not in the library gets a message of its own,
 * so that nobody looks for a spelling mistake that is none.
 */

const classes = `
  AppointmentSlicer Attachment Bool Byte Cache Category Company Customer Date DateTime DbConverter
  DbiControl EabEntry Email EventData EventDataDialogDefinition EventDataDialogField ExtraFieldsInfo
  ExtraTable ExtraTableInfo FHBitSet File Float Generic GenericSearch HTTP HtmlElement Inbox Integer
  InvoiceEntry JSONBuilder Knowledge License LocalizedField Long MacroParameter MacroReturnValue MainMenu
  Map Message NSAIAgent NSAccessGatewayInfo NSActivityFilter NSActivityInformationListItem
  NSActivitySummary NSActivitySummaryItem NSAddress NSAddressSyncData NSAlarmData NSAmountClassEntity
  NSAppointment NSAppointmentAgent NSAppointmentEntity NSAppointmentSyncData NSApproveRejectResponse
  NSArchiveAgent NSArchiveColumnData NSArchiveColumnInfo NSArchiveConfiguration NSArchiveListItem
  NSArchiveListResult NSArchiveOrderByInfo NSArchiveRestrictionGroup NSArchiveRestrictionInfo NSArea
  NSAssociate NSAssociateAgent NSAttachmentEntity NSBLOBAgent NSBatchAgent NSBatchTaskInfo NSBlobEntity
  NSBusiness NSCarrier NSCategorizationModelDetails NSCategorizationStatusResponse NSCategory
  NSCategoryGuess NSChangedData NSChangedDataItem NSChatAgent NSChatBotSettings NSChatMessage
  NSChatOpeningHours NSChatPresence NSChatSession NSChatSessionEntity NSChatSummaryItem NSChatTopicAgent
  NSChatTopicEntity NSChatWidgetSettings NSCheckLicenseStatusResult NSCheckoutInfo NSCommandInfo
  NSCompetitor NSConfigurationAgent NSConsentInfo NSConsentPerson NSConsentPurpose NSConsentSource
  NSContact NSContactActivity NSContactAgent NSContactEntity NSContactPersonId NSContactRelationEntity
  NSContactSummary NSCountry NSCredential NSCredentialType NSCredentialUser NSCredentialsGroup
  NSCredentialsGroupUsers NSCredited NSCriteriaInformation NSCsFeatureToggle NSCsSessionKey NSCurrency
  NSCurrencyEntity NSCustomerCenterConfig NSCustomerLanguage NSCustomerServiceAgent
  NSCustomerServiceStartup NSDSAParameters NSDash NSDashAgent NSDashCollection NSDashTheme NSDashTile
  NSDashTileDefinition NSDashTileHtml NSDataRight NSDataRights NSDayInformationListItem NSDeliveryTerm
  NSDeliveryType NSDepartment NSDiagnosticsAgent NSDiaryViewEntity NSDocument NSDocumentAgent
  NSDocumentEntity NSDocumentPreview NSDocumentTemplate NSDocumentTemplateEntity NSDuplicateEntry
  NSDuplicateRule NSEMailConnectionInfo NSEmailFlow NSEntityElement NSEntityName NSEventData
  NSExportArchiveResult NSExtAppEntity NSExtendedLicenseInfo NSExtendedModuleLicense NSFavourite
  NSFavouriteAgent NSFieldInfoAttachment NSFieldInfoBase NSFieldInfoBool NSFieldInfoDate
  NSFieldInfoDateTime NSFieldInfoDecimal NSFieldInfoDynamicLink NSFieldInfoInt NSFieldInfoListText
  NSFieldInfoLongText NSFieldInfoMdoList NSFieldInfoRelation NSFieldInfoShortText NSFieldInfoTime
  NSFieldInfoTimeSpan NSFieldMetadata NSFieldProperty NSFieldRight NSFindAgent NSFindResults
  NSForeignAppEntity NSForeignDevice NSForeignKey NSForeignSystemAgent NSFormEntity NSFormSubmissionEntity
  NSFreeText NSFreeTextAgent NSGrantedModuleLicense NSHeadingEntity NSHierarchyEntity NSHistory
  NSHistoryRequest NSImage NSImportAgent NSImportColumnInfo NSImportErpData NSImportLine NSIncomingMessage
  NSKbCategory NSLanguageInfo NSLegalBase NSLicenseAgent NSLicenseInfo NSLicenseOwner NSLicenseResult
  NSLink NSListAgent NSListEntity NSListItem NSListItemEntity NSLocalizedField NSLocalizedText NSMDOAgent
  NSMDOListItem NSMailMergeSettings NSMailMergeTask NSMailbox NSMailboxEntity NSMarketingAgent
  NSMessageDeliveryStatus NSMessagingAgent NSModuleLicense NSModuleLicenseLink NSMrMrs NSMultiAlarmData
  NSNavigatorAgent NSNavigatorCompany NSNumberAllocationAgent NSOutgoingMessage NSParticipantInfo
  NSParticipantSyncData NSPaymentTerm NSPaymentType NSPerson NSPersonAgent NSPersonEntity NSPersonSummary
  NSPhoneListAgent NSPhoneListItem NSPhoneListPreferences NSPluginResponse NSPluginUrlResponse
  NSPocketAgent NSPocketDeviceInfo NSPocketNotificationMessage NSPocketStartupData NSPosition NSPreference
  NSPreferenceAgent NSPreferenceDescription NSPreferenceDescriptionLine NSPreferenceSpec NSPreviewDash
  NSPreviewDashTile NSPreviewMailing NSPreviewMailingHeader NSPreviews NSPreviewsAgent NSPriceList
  NSPriority NSProduct NSProductCategory NSProductExtraDataField NSProductFamily NSProductType NSProject
  NSProjectAgent NSProjectEntity NSProjectEvent NSProjectEventEntity NSProjectMember NSProjectStatus
  NSProjectType NSProjectTypeEntity NSProjectTypeStatusLink NSProvidedCredential NSProviderInfo
  NSQuickReply NSQuote NSQuoteAgent NSQuoteAlternative NSQuoteAlternativeRecalculated NSQuoteConnection
  NSQuoteContext NSQuoteEntity NSQuoteLine NSQuoteLineConfiguration NSQuoteListItem
  NSQuotePublishDocuments NSQuoteVersion NSQuoteVersionAttachment NSQuoteVersionButtonState
  NSQuoteVersionStatusInformation NSQuoteVersionValidated NSQuoteVersionWorkflowState NSRating NSReason
  NSReasonSold NSReasonStalled NSRecipientStatistics NSRecurrenceDate NSRecurrenceDayPattern
  NSRecurrenceInfo NSRecurrenceMonthPattern NSRecurrenceWeekPattern NSRecurrenceYearPattern
  NSRedLetterDetails NSRedLetterInformationListItem NSRedLetterSummary NSRefCountEntity NSRelationAgent
  NSRelationDefinitionEntity NSRelationToOwner NSReplicationAgent NSReplyTemplate NSReportAgent
  NSReportEntity NSReportLabelLayoutEntity NSResolvedPerson NSResolvedUser NSResourceAgent
  NSResourceEntity NSResourceOverride NSReturnInfo NSRole NSRoleEntity NSSaintAgent NSSaintConfiguration
  NSSale NSSaleAgent NSSaleEntity NSSaleStageEntity NSSaleStakeholder NSSaleSummary NSSaleSummaryItem
  NSSaleType NSSaleTypeEntity NSSaleTypeStageLink NSSalesActivity NSSatellite NSSelectableMDOListItem
  NSSelectionAgent NSSelectionCategory NSSelectionEntity NSSelectionForFind NSSelectionMemberEditValues
  NSSentiment NSSentryAgent NSServiceAuth NSShipmentMessageBlockEntity NSShipmentMessageEntity
  NSSignedPublicKey NSSmsConfig NSSmtpTestResult NSSoPrincipalCarrier NSSoSystemInfoCarrier NSSource
  NSStatisticsDataSet NSStatisticsDataValue NSStatusMonitor NSStatusMonitorPeriods NSStream
  NSSuggestedAppointment NSSuggestedAppointmentEntity NSSuggestedDocumentEntity NSSystemEventEntity
  NSTabOrder NSTableRight NSTag NSTask NSTaskListItem NSTemplateInfo NSTemplateVariablesParameters
  NSTemporaryKeyInfo NSTicket NSTicketAgent NSTicketCategory NSTicketCategoryEntity
  NSTicketCategoryMembershipEntity NSTicketEntity NSTicketInfo NSTicketMessage NSTicketMessageEntity
  NSTicketMessageHeader NSTicketPriority NSTicketPriorityEntity NSTicketStatusEntity NSTicketSummaryItem
  NSTimeZoneAgent NSTimeZoneData NSTimeZoneRule NSTokenManagementInfo NSTooltipsAgent NSTypicalSearch
  NSTypicalSearches NSUntrustedCredentials NSUser NSUserAgent NSUserDefinedFieldInfo
  NSUserDefinedFieldInfoAgent NSUserGroup NSUserInfo NSUserValidationResult NSVersionInfo NSViewStateAgent
  NSVisibleFor NSWebAppUsage NSWebPanelEntity NSWebhook NSWebhookAgent NSWebhookResult NSWindowPosSize
  NSWorkflowAgent NSWorkflowEvent NSWorkflowFilter NSWorkflowGoal NSWorkflowStepBase
  NSWorkflowStepOptionBase NSWorkflowTrigger NSWorkflowWaitForAction Notify Parser Pbes Priority Profile
  ReplyTemplate Rsa SearchEngine SpmCustomerList SpmMessage SpmShipment SpmStaticList StatLib StatResult
  String StringMatrix StringObjectDictionary Ticket Time TimeSpan TimeZone Timer User Vector Void
  WeekSchedule XMLNode YearSchedule
`;

const functions = `
  GenericToArray GenericToBool GenericToByte GenericToDate GenericToDateTime GenericToFloat
  GenericToInteger GenericToString GenericToTime GenericToTimeSpan addAction addChatMessage addHtmlElement
  assert assertEquals authenticateCustomer buildUrl cgiWasPost checkReply combineHtmlStrings
  convertGenericToString convertStatus copyCRMDocumentToAttachment debugWait decodeBase64
  decodeBase64AsStream decodeDBValue enableDebug encodeBase32 encodeBase64 encodeHMACSHA1 encodeHMACSHA256
  encodeHMACSHA512 encodeSHA1 encodeSHA256 executeDbiAgentSchedule executeMacro executeSQLQuery
  executeScript exitWithMessage faqSearch findReplyTemplateToMerge flushCaches forceSaveTrace forwardMail
  getActiveUser getAgentId getAgentScheduleId getAttachmentsSize getCategoryIdFromFullname getCgiContent
  getCgiUrl getCgiVariable getCgiVariableArray getCgiVariables getCookie getCurrent getCurrentDate
  getCurrentDateTime getCurrentTime getCustomerMainEmail getDbiControl getDefaultElementConfig
  getDocumentId getEnvVariable getEventData getExecutable getExternalProgram getExternalProgramAdmin
  getExternalProgramAjax getExternalProgramBlogic getExternalProgramChat getExternalProgramCustomer
  getExternalProgramDocument getExternalProgramHelp getExternalProgramKnowledge getExternalProgramRms
  getExternalProgramSoap getExternalProgramStat getExternalProgramTicket getExtraTable getFavourites
  getFunctionList getGenericValue getGlobalStaticMap getGlobalVariable getHtmlElement getHtmlElementIndex
  getHtmlElementName getHttpHeader getLanguageVariable getLocalTimeZone getMainMenu getNtUser
  getNumHtmlElements getPID getParser getParserParameter getParserParameterCount getParserVariable
  getParserVariableAsCSV getParserVariableCount getPriorityIdFromName getProgram getProgramAdmin
  getProgramAjax getProgramBlogic getProgramChat getProgramCustomer getProgramDocument getProgramHelp
  getProgramKnowledge getProgramRms getProgramSoap getProgramStat getProgramTicket getReplyTemplateBody
  getReplyTemplateSubject getScreenElementConfig getScreenElementId getScreenElementName
  getScreenElementType getScriptId getSelectionIds getSessionVariable getSessionVariables
  getStatusIdFromName getStructMembers getSystemFlags getSystemLang getTypeDimensions getTypeName
  getUserLang getUsername getVariable getVariables getWarnings htmlConvToText idToLang installPackage
  invoiceTypesExists isValidPhoneNumber langToId log logMessage makePassword mapValue modulo parseJSON
  parseJSON2 parseXML pauseTracing pow print printBinary printDebug printLine rand reloadAndSendShipment
  removeHtmlElement removePackage resetChat runProgram saveAllCgiAttachments saveCgiAttachment
  setChatStatus setCookie setCurrent setFromCgi setGenericFromString setGlobalVariable setHidden
  setPageFocusFirstControl setPageOnLoad setPageRefresh setPageTitle setParserVariable setSessionVariable
  setUserIsTyping setVariable simpleTwoWay sleep typeIsStruct
`;

const methods: Readonly<Record<string, string>> = {
  String: `
    after afterLast append before beforeLast beginsWith caseBeginsWith caseCompare caseEndsWith compare
    endsWith equals equalsIgnoreCase escape extractHtmlBody extractHtmlHead find findCase findLast
    getEmails getLength getLine getWord htmlDecode htmlEncode isAlpha isAlphanumeric isDigit isEmpty
    isHtmlDocument isLower isNull isNumber isUpper isValidEmail keepChars parseCSV
    parseSOMultiLanguageString prettyChop quote regexp split stripLeading stripLeadingAndTrailing
    stripTrailing subString substitute toBool toByteArray toDate toDateTime toFloat toInteger toLong
    toLower toTime toUpper until urlDecode urlEncode utf8Decode utf8Encode wrap xmlDecode xmlEncode
  `,
  Integer: `
    abs isNull toBool toHex toString
  `,
  Long: `
    getHighInteger getLowInteger isNull toString
  `,
  Float: `
    abs floor isNull round toString
  `,
  Bool: `
    toInteger toString
  `,
  Byte: `
    toBool toHex toInteger toString
  `,
  Date: `
    addDay addMonth addYear getMDay getMonth getWeek getWeekDay getYear isNull toString
  `,
  Time: `
    getHour getMin getSec isNull setHour setMin setSec toString
  `,
  DateTime: `
    addDay addHour addMin addMonth addSec addYear diff getDate getMDay getMonth getTime getUnix getWeek
    getWeekDay getYear isNull moveToDayEnd moveToDayStart moveToHourEnd moveToHourStart moveToMonthEnd
    moveToMonthStart moveToQuarterEnd moveToQuarterStart moveToWeekEnd moveToWeekStart moveToYearEnd
    moveToYearStart setTime setUnix toString
  `,
  TimeSpan: `
    addDay addHour addMin addSec addYear getDay getHour getMin getSec getYear isNegative set setNegative
    toDays toHours toMinutes toSeconds toString
  `,
  Map: `
    clear eof exists first fromJson get getKey getVal getWithFallback increaseValueForKey insert next
    remove size toJson
  `,
  Vector: `
    buildString get parseString pushBack removeAt set size toIntegerArray toStringArray
  `,
  XMLNode: `
    addChild getChildren getName getNodeFromPath getParameter getText getValueFromPath setChildren
    setName setParameter setText toJSON toString
  `,
  JSONBuilder: `
    addBoolean addFloat addInteger addString finalize getString popLevel pushArray pushObject
    setPrettyPrint
  `,
  HTTP: `
    addAttachmentData addBinaryData addDocumentData addHeader delete deleteAsStream get getAsStream
    getDebug getErrorMessage getResponseHeader getResponseHeaders getValue hasError open openAsStream
    patch patchAsStream post postAsStream put putAsStream setDebugMode setOption setValue
  `,
  EventData: `
    getBlockExecution getInputValue getInputValues getMessage getNavigateTo getStateValue getStateValues
    getType setBlockExecution setMessage setNavigateTo setOutputValue setStateValue setValidationMessage
    showDialog
  `,
};

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));
const none: ReadonlySet<string> = new Set();
let classSet = none;
let functionSet = none;

export function knownClasses(): ReadonlySet<string> {
  if (classSet.size === 0) classSet = words(classes.trim());
  return classSet;
}

export function knownFunctions(): ReadonlySet<string> {
  if (functionSet.size === 0) functionSet = words(functions.trim());
  return functionSet;
}

export const knownMethods = (type: string): ReadonlySet<string> => {
  const text = Object.hasOwn(methods, type) ? methods[type] : undefined;
  return text === undefined ? none : words(text.trim());
};
