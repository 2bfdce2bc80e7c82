import * as z from 'zod';
import { roles } from '../../../lib/auth/policy';
import { readData } from './read-data';

const personSchema = z
  .strictObject({
    name: z.string(),
    /** At example.org or example.com alone: mail to them reaches nobody. */
    email: z.string(),
    role: z.enum(roles),
  })
  .transform((person) => ({ ...person, password: `marquee-${person.role}` }));
export type Person = z.infer<typeof personSchema>;

const people = await readData('members.csv', (record) => personSchema.parse(record));

/** The first account of each role, printed by `npm start`. */
export const demoAccounts: readonly Person[] = roles.flatMap(
  (role) => people.find((person) => person.role === role) ?? [],
);

/** Forty members besides the demo accounts; the small seed takes the first six. */
export const members: readonly Person[] = people.filter((person) => !demoAccounts.includes(person));
