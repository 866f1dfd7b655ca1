import { outcomeOf } from './outcome.ts';
import { hangingPrograms } from './programs.ts';

/* Runs the program of that number; "running" comes before, its outcome after. */
const program = hangingPrograms[Number(process.argv[2])];
if (program === undefined) throw new Error('There is no such program.');
process.stdout.write('running\n');
process.stdout.write(`${JSON.stringify(await outcomeOf(program, { limit: 5_000_000 }))}\n`);
