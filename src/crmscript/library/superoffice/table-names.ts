/*
 * Names in the tables of SuperOffice's library (public/crmscript-tables.json), all but those that begin with
 * NS. They tell whether a script needs the tables, and help to spell, without loading them.
 */

const classes = `
  AppointmentSlicer Attachment Bool Byte Cache Category Company Customer Date DateTime DbConverter
  DbiControl EabEntry Email EventData EventDataDialogDefinition EventDataDialogField ExtraFieldsInfo
  ExtraTable ExtraTableInfo FHBitSet File Float GenericSearch HTTP HtmlElement Inbox Integer InvoiceEntry
  JSONBuilder Knowledge License LocalizedField Long MacroParameter MacroReturnValue MainMenu Map Message
  Notify Parser Pbes Priority Profile ReplyTemplate Rsa SearchEngine SpmCustomerList SpmMessage
  SpmShipment SpmStaticList StatLib StatResult String StringMatrix StringObjectDictionary Ticket Time
  TimeSpan TimeZone Timer User Vector WeekSchedule XMLNode YearSchedule
`;

const functions = `
  addAction addChatMessage addHtmlElement assert assertEquals authenticateCustomer buildUrl cgiWasPost
  checkReply combineHtmlStrings convertGenericToString convertStatus copyCRMDocumentToAttachment debugWait
  decodeBase64 decodeBase64AsStream decodeDBValue enableDebug encodeBase32 encodeBase64 encodeHMACSHA1
  encodeHMACSHA256 encodeHMACSHA512 encodeSHA1 encodeSHA256 executeDbiAgentSchedule executeMacro
  executeScript executeSQLQuery exitWithMessage faqSearch findReplyTemplateToMerge flushCaches
  forceSaveTrace forwardMail GenericToArray GenericToBool GenericToByte GenericToDate GenericToDateTime
  GenericToFloat GenericToInteger GenericToString GenericToTime GenericToTimeSpan getActiveUser getAgentId
  getAgentScheduleId getAttachmentsSize getCategoryIdFromFullname getCgiContent getCgiUrl getCgiVariable
  getCgiVariableArray getCgiVariables getCookie getCurrent getCurrentDate getCurrentDateTime
  getCurrentTime getCustomerMainEmail getDbiControl getDefaultElementConfig getDocumentId getEnvVariable
  getEventData getExecutable getExternalProgram getExternalProgramAdmin getExternalProgramAjax
  getExternalProgramBlogic getExternalProgramChat getExternalProgramCustomer getExternalProgramDocument
  getExternalProgramHelp getExternalProgramKnowledge getExternalProgramRms getExternalProgramSoap
  getExternalProgramStat getExternalProgramTicket getExtraTable getFavourites getFunctionList
  getGenericValue getGlobalStaticMap getGlobalVariable getHtmlElement getHtmlElementIndex
  getHtmlElementName getHttpHeader getLanguageVariable getLocalTimeZone getMainMenu getNtUser
  getNumHtmlElements getParser getParserParameter getParserParameterCount getParserVariable
  getParserVariableAsCSV getParserVariableCount getPID getPriorityIdFromName getProgram getProgramAdmin
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

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

export const tableClasses = words(classes);
export const tableFunctions = words(functions);
