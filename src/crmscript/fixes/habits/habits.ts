import type { Habits } from '../../analysis/habits.ts';
import { functionHabits, memberHabits, methodHabits } from './call-habits.ts';
import { nameHabits } from './name-habits.ts';
import { typeHabits } from './type-habits.ts';

/** What the checker is told of other languages, by the codes of its mistakes. */
export const habits: Habits = {
  'unknown-type': typeHabits,
  'unknown-name': nameHabits,
  'unknown-function': functionHabits,
  'unknown-method': methodHabits,
  'unknown-member': memberHabits,
};
