type CountProps = { readonly n: number; readonly bad?: boolean };

/** How many, beside a name; nothing for none. */
export const Count = ({ n, bad = false }: CountProps) =>
  n === 0 ? null : <span class={bad ? 'badge bad' : 'count'}>{n}</span>;
