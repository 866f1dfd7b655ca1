import {
  ConfigurationRequest,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  RegistrationRequest,
} from 'vscode-languageserver-protocol/node';
import type { Serving } from './notifications.ts';

/** The files of which the server wants to be told. */
const watched = '**/*.{crmscript,crm,cpp,tsfso,ts,js,mjs}';

/** Once the client listens: asks it for its settings, and to tell of files and settings that change. */
export function registerWith(serving: Serving): void {
  const { session, line } = serving;
  const registrations = [
    ...(session.client.watchesFiles
      ? [
          {
            id: 'files',
            method: DidChangeWatchedFilesNotification.method,
            registerOptions: { watchers: [{ globPattern: watched }] },
          },
        ]
      : []),
    ...(session.client.configurationRegistration
      ? [
          {
            id: 'settings',
            method: DidChangeConfigurationNotification.method,
            registerOptions: { section: 'rehearsal' },
          },
        ]
      : []),
  ];
  if (registrations.length > 0)
    line.connection.sendRequest(RegistrationRequest.method, { registrations }).catch(() => undefined); // it can do without
  if (session.client.configuration) takeSettings(serving, undefined);
}

/** Takes the settings: those that are told, or, where the client can be asked, its own. */
export function takeSettings({ session, checking, line }: Serving, told: unknown): void {
  const take = (settings: unknown) => {
    session.set(settings);
    checking.refresh();
  };
  if (!session.client.configuration) {
    const own = typeof told === 'object' && told !== null && 'rehearsal' in told ? told.rehearsal : told;
    take(own);
    return;
  }
  line.connection
    .sendRequest<unknown>(ConfigurationRequest.method, { items: [{ section: 'rehearsal' }] })
    .then(
      (answer) => {
        take(Array.isArray(answer) ? answer[0] : undefined);
      },
      () => {
        session.say('The settings could not be asked for; they stay as they were.');
      },
    );
}
