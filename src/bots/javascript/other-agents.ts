/**
 * The agents of SuperOffice's web services besides ChatAgent. What they do needs a server, but for searches in the tables of the
 * workspace, and for what its tables stand in for (`NSSaleEntity`).
 */
export const otherAgents: readonly string[] =
  'ArchiveAgent AIAgent AppointmentAgent AssociateAgent BLOBAgent BatchAgent ConfigurationAgent ContactAgent CustomerServiceAgent DashAgent DiagnosticsAgent DocumentAgent FavouriteAgent FindAgent ForeignSystemAgent FreeTextAgent ImportAgent LicenseAgent ListAgent MDOAgent MarketingAgent MessagingAgent NavigatorAgent NumberAllocationAgent PersonAgent PhoneListAgent PocketAgent PreferenceAgent PreviewsAgent ProjectAgent QuoteAgent RelationAgent ReplicationAgent ReportAgent ResourceAgent SaintAgent SaleAgent SelectionAgent SentryAgent TicketAgent TimeZoneAgent TooltipsAgent UserAgent UserDefinedFieldInfoAgent ViewStateAgent WebhookAgent WorkflowAgent'.split(
    ' ',
  );
