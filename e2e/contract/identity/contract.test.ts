import { afterAll, describe, it } from 'vitest';
import type { Check } from './check';
import { auditChecks } from './checks/audit';
import { auditOperatorChecks } from './checks/audit-operators';
import { adminListChecks } from './checks/admin-list';
import { adminUserChecks } from './checks/admin-users';
import { adminRightsChecks } from './checks/admin-rights';
import { bearerChecks } from './checks/bearer';
import { cookieChecks } from './checks/cookies';
import { discoveryChecks } from './checks/discovery';
import { emailChangeChecks } from './checks/email-change';
import { gotrueJsChecks } from './checks/gotrue-js';
import { hookFailureChecks } from './checks/hook-failures';
import { hookRequestChecks } from './checks/hook-requests';
import { hookAnswerChecks } from './checks/hook-answers';
import { inviteChecks } from './checks/invite';
import { logoutChecks } from './checks/logout';
import { outsideChecks } from './checks/public-access';
import { providerAccountChecks } from './checks/provider-accounts';
import { providerChecks } from './checks/providers';
import { recoverChecks } from './checks/recover';
import { refreshChecks } from './checks/refresh';
import { requestBodyChecks } from './checks/request-bodies';
import { signupChecks } from './checks/signup';
import { tokenChecks } from './checks/token';
import { userChecks } from './checks/user';
import { userObjectChecks } from './checks/user-object';
import { verifyChecks } from './checks/verify';
import { Probe } from './probe';
import { openTargets, type Target, type Need } from './target';

const groups: Record<string, Check[]> = {
  Discovery: discoveryChecks,
  'Request bodies': requestBodyChecks,
  'Bearer tokens': bearerChecks,
  'Sign-up': signupChecks,
  'The user object': userObjectChecks,
  'Password grant': tokenChecks,
  'Refresh grant': refreshChecks,
  Cookies: cookieChecks,
  'GET and PUT /user': userChecks,
  'Change of address': emailChangeChecks,
  Verification: verifyChecks,
  Recovery: recoverChecks,
  Invitations: inviteChecks,
  'Log-out': logoutChecks,
  'Who is admin': adminRightsChecks,
  'List of users': adminListChecks,
  'One user': adminUserChecks,
  'Audit log': auditChecks,
  'Audit log: operators': auditOperatorChecks,
  'Outside providers: the way': providerChecks,
  'Outside providers: accounts': providerAccountChecks,
  'Hooks: requests': hookRequestChecks,
  'Hooks: answers': hookAnswerChecks,
  'Hooks: failures': hookFailureChecks,
  'gotrue-js 1.0.1': gotrueJsChecks,
  'Typed functions': outsideChecks,
};

const targets = await openTargets(process.env);
afterAll(() => Promise.all(targets.map((target) => target.close())));

/** A check runs on every target that has what it needs; on none, it says so and is counted apart. */
function register(item: Check): void {
  const missing = (target: Target): Need[] => item.needs.filter((need) => !target.met.has(need));
  const able = targets.filter((target) => missing(target).length === 0);
  const [first] = targets;
  if (able.length === 0 && first) {
    const reason = `not applicable: needs ${missing(first).join(', ')}`;
    console.info(`${reason}: ${item.name}`);
    it.skip(`${item.name} (${reason})`);
  }
  for (const target of able) {
    it(able.length > 1 ? `${item.name} (${target.title})` : item.name, async () => {
      const probe = new Probe(target);
      try {
        await item.run(probe);
      } finally {
        await probe.cleanUp();
      }
    });
  }
}

for (const [title, checks] of Object.entries(groups)) {
  describe(title, () => checks.forEach(register));
}
