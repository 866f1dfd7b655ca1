import type { Command, CommandContext } from '../palette/command.ts';
import { doctorName } from '../words/doctor-name.ts';

/** The doctor, for who looks for it by name. */
export const doctorCommands = ({ router }: CommandContext): readonly Command[] => [
  {
    id: 'doctor',
    group: 'goTo',
    title: doctorName,
    detail: 'doctor, workshop',
    icon: 'help',
    run: () => {
      router.go('doctor');
      return '';
    },
  },
];
