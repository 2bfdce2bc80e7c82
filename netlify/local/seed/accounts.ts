import * as z from 'zod';
import { roles } from '../../../lib/auth/policy';
import { readData } from './read-data';
import { fetchJson } from '../../../lib/fetch-json';
import { identityRuntime } from '../../../lib/identity/runtime';
import type { User } from '../../../lib/identity/schema';
import { toUser, wireUserSchema } from '../../../lib/identity/wire';

const personSchema = z
  .strictObject({
    name: z.string(),
    /** At example.org or example.com alone: mail to them reaches nobody. */
    email: z.string(),
    role: z.enum(roles),
  })
  .transform((person) => ({ ...person, password: `marquee-${person.role}` }));
export type Person = z.infer<typeof personSchema>;

const everybody = await readData('members.csv', (record) => personSchema.parse(record));

/** The first account of each role, printed by `npm start`. */
export const demoAccounts: readonly Person[] = roles.flatMap(
  (role) => everybody.find((person) => person.role === role) ?? [],
);

/** Forty members besides the demo accounts; the small seed takes the first six. */
export const members: readonly Person[] = everybody.filter((person) => !demoAccounts.includes(person));

/** Each account costs a password hash, and a busy machine takes its time for forty of them. */
const TIMEOUT_MS = 60_000;
const PAGE_SIZE = 500;
const AT_ONCE = 6;

interface Account {
  person: Person;
  user: User;
  isNew: boolean;
}

/**
 * Makes sure that these people have confirmed accounts with their roles. Accounts that are there stay as they are,
 * passwords included. In the order of the people, whoever Identity is done with first. Identity sends no mail for this (contract 5.3).
 */
export async function ensureAccounts(people: readonly Person[]): Promise<Account[]> {
  const there = await usersByEmail(new Set(people.map(({ email }) => email)));
  const accounts: Account[] = [];
  const waiting = people.entries();
  const work = async () => {
    for (const [index, person] of waiting) {
      const known = there.get(person.email);
      const user = known ?? (await createUser(person));
      const settled = user.roles.length > 0 ? user : await giveRole(user.id, person.role);
      accounts[index] = { person, user: settled, isNew: !known };
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return accounts;
}

/** Pages through Identity, newest first, until all that are wanted are found or there is no more. */
async function usersByEmail(wanted: ReadonlySet<string>): Promise<Map<string, User>> {
  const found = new Map<string, User>();
  for (let page = 1; found.size < wanted.size; page++) {
    const { users = [] } = (await admin(`?page=${page}&per_page=${PAGE_SIZE}`)) as { users?: unknown[] };
    for (const wire of users) {
      const email = (wire as { email?: string }).email ?? '';
      if (wanted.has(email)) found.set(email, toUser(wireUserSchema.parse(wire)));
    }
    if (users.length < PAGE_SIZE) break;
  }
  return found;
}

async function createUser({ name, email, password }: Person): Promise<User> {
  const body = { email, password, confirm: true, user_metadata: { full_name: name } };
  return toUser(wireUserSchema.parse(await admin('', { method: 'POST', body: JSON.stringify(body) })));
}

async function giveRole(id: string, role: string): Promise<User> {
  const body = { app_metadata: { roles: [role] } };
  return toUser(wireUserSchema.parse(await admin(`/${id}`, { method: 'PUT', body: JSON.stringify(body) })));
}

async function admin(path: string, init: RequestInit = {}): Promise<unknown> {
  const { url, operatorToken } = identityRuntime();
  const headers = { authorization: `Bearer ${operatorToken}`, 'content-type': 'application/json' };
  const answer = await fetchJson(`${url}/admin/users${path}`, { ...init, headers, timeoutMs: TIMEOUT_MS });
  if (answer.status === 200) return answer.body;
  throw new Error(`Identity answered ${answer.status} to the seed: ${JSON.stringify(answer.body)}`);
}
