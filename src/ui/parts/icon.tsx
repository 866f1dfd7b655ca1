const shapes = {
  pause: 'M4 3h3v10H4zM9 3h3v10H9z',
  run: 'M4 2.5v11l9-5.5z',
  next: 'M3 2.5v11l7-5.5zM11 3h2v10h-2z',
  restart: 'M8 2a6 6 0 1 0 5.7 4.1l-1.5.5A4.4 4.4 0 1 1 8 3.6V6l4-3-4-3z',
  down: 'M4 6h8l-4 5z',
  right: 'M6 4v8l5-4z',
  more: 'M3 7h2v2H3zM7 7h2v2H7zM11 7h2v2h-2z',
  close: 'M4.2 3 3 4.2 6.8 8 3 11.8 4.2 13 8 9.2l3.8 3.8 1.2-1.2L9.2 8 13 4.2 11.8 3 8 6.8z',
  plus: 'M7 3h2v4h4v2H9v4H7V9H3V7h4z',
  star: 'M8 1.5l2 4.3 4.7.6-3.5 3.2.9 4.7L8 12l-4.1 2.3.9-4.7L1.3 6.4 6 5.8z',
  answer: 'M7 3 2 7.5 7 12V9c3 0 5 .8 7 3-.5-4-3-6.5-7-7z',
} as const;

export type IconName = keyof typeof shapes;

/** A drawing beside words that say the same: never read out. */
export const Icon = ({ name, size = 12 }: { readonly name: IconName; readonly size?: number }) => (
  <svg class="icon" viewBox="0 0 16 16" width={size} height={size} aria-hidden="true" focusable="false">
    <path d={shapes[name]} fill="currentColor" />
  </svg>
);
