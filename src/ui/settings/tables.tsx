import { Tables } from '../bots/tables/tables.tsx';
import { useSurroundings } from '../context.ts';
import type { SectionProps } from './sections.ts';

/** The tables: `tables` and the name of the one that is open. */
export function TablesSection({ rest: [chosen = ''] }: SectionProps) {
  const { router } = useSurroundings();
  return (
    <Tables
      chosen={chosen}
      onChoose={(name) => {
        if (name === '') router.replace('settings', 'tables');
        else router.go('settings', 'tables', name);
      }}
    />
  );
}
