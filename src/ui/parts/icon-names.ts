/**
 * The icons of the window: our name for what each means, and Lucide's for what it shows. The build takes these
 * drawings and no others (build/icons.ts).
 */
export const iconNames = {
  stage: 'message-circle',
  settings: 'sliders-vertical',
  workspaces: 'layers',
  queue: 'list-ordered',
  agents: 'headphones',
  timeline: 'activity',
  menu: 'menu',
  larger: 'maximize-2',
  smaller: 'minimize-2',
  saved: 'circle-check',
  notSaved: 'circle-alert',
  offline: 'wifi-off',
  problem: 'triangle-alert',
  tabs: 'copy',
  pause: 'pause',
  run: 'play',
  next: 'skip-forward',
  restart: 'rotate-ccw',
  down: 'chevron-down',
  right: 'chevron-right',
  more: 'ellipsis',
  close: 'x',
  plus: 'plus',
  search: 'search',
  star: 'star',
  answer: 'reply',
  customer: 'user',
  bot: 'bot',
  trigger: 'zap',
  webhook: 'webhook',
  agent: 'headset',
  status: 'circle-dot',
  system: 'settings-2',
  pin: 'pin',
  filter: 'list-filter',
} as const;

export type IconName = keyof typeof iconNames;
