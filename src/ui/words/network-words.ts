import type { Failure } from '../network/network.ts';

/** What is said of the real network: the switch, the question before a host is asked, and why no answer came. */
export const networkWords = {
  name: 'Real network',
  switchHint: 'Calls that no mock answers go to the real service',
  isOn: 'Real network is on',
  isOnElsewhere: 'Real network is on, but not on this page',
  asking: (host: string) => `Asking ${host}…`,
  cancel: 'Cancel',
  cancelHint: 'The script is told that nobody answered',

  byHand: {
    ask: 'Ask the real service',
    askOff: 'Ask the real service…',
    hint: 'Sends the call to its service and records what that answers',
    off: 'The real network is off for this workspace: look what switching it on means',
  },

  dialog: {
    about: (workspace: string) => `${workspace}, in this browser`,
    intro:
      'Calls of scripts that no mock answers are sent to the real services, and their answers are recorded with the conversation. Later it replays from the recording, without a network.',
    leaves: 'What leaves this computer',
    leavesList: [
      'Only what a script asks for: its address, its headers and its body. Customers’ words are in it where the script puts them there.',
      'Only to hosts that you have allowed. Each is asked about before the first call.',
      'No cookies and no passwords of this browser. As every browser does, it says which browser it is, and from which host this app came.',
    ],
    stays:
      'The switch holds for this workspace in this browser. It is in no file, link, copy, branch or backup, and whoever opens those has it off.',
    page: 'This goes on at a page of its own, as this one may reach nothing at all. What is open stays open.',
    switchOn: 'Switch on',
    switchOff: 'Switch off',
    goThere: 'Go to that page',
    elsewhere: 'It is on, but this page may reach nothing. The page that may is one click away.',
    notKept: 'This browser keeps nothing for this page, so the network cannot be switched on.',
    hosts: 'Hosts that may be asked',
    noHosts: 'None yet. The first call to one asks you.',
    forbid: (host: string) => `Do not ask ${host} any more`,
    remove: 'Remove',
    declined: 'Not allowed for now',
    declinedHint: 'Not asked about again before this page is loaded anew.',
    allow: 'Allow',
    close: 'Close',
  },

  question: {
    title: (host: string) => `Allow requests to ${host}?`,
    about: 'A script asks a real service, and waits.',
    sent: 'This would be sent',
    more: (count: number) => `… and ${String(count)} more characters`,
    near: 'This is on your own computer or in your own network, where others cannot reach. Allow it only if you know what answers there.',
    unsafe: 'It is not encrypted: everybody on the way can read it.',
    kept: 'Kept for this workspace in this browser, until you remove it. Cookies are never sent.',
    allow: 'Allow',
    decline: 'Not now',
  },

  failed: {
    title: (host: string) => `${host} gave no answer`,
    close: 'Close',
    again: 'Try again',
    byHand: 'Answer it by hand',
    told: 'The script was told so, and went on.',
    waits: 'The call waits for an answer.',
    why: {
      'not-an-address': 'That is no address.',
      'not-http': 'Only addresses that begin with https:// or http:// can be asked.',
      'with-login':
        'An address with a user name in it is not asked, as it can look like another host. Send a header “Authorization” instead.',
      'mixed-content':
        'This page came over HTTPS, from where browsers ask no http:// address. Use https://, or serve the app from localhost.',
      'own-host': 'This app’s own host is not asked. Put a mock in its place.',
      'not-a-request':
        'A browser does not send such a request: a GET with a body, a method or header that it reserves. Answer it with a mock.',
      offline: 'This computer is offline. Connect it, or answer the call with a mock.',
      'no-cors':
        'It is there, but it does not let web pages read its answers: it sends no CORS headers for this call. The product asks from its server, where that does not matter; a browser cannot. Use a mock, or put a proxy in front that adds the headers.',
      unreachable:
        'Nothing answers at this address, or a firewall, a blocker or a certificate is in the way. Open it in a tab of its own to see.',
      redirected:
        'It leads to another address, and a browser does not tell which. Have the script ask that one directly.',
      'too-large': 'Its answer is longer than 4 MiB, which no script could hold.',
      'too-late': 'No answer came within 30 seconds.',
      cancelled: 'It was cancelled.',
    } satisfies Readonly<Record<Failure, string>>,
  },
} as const;
