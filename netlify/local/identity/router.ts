import { requireEmailProvider } from './accounts';
import { requireAdminCredentials, requireAuthentication } from './auth';
import type { Call, Handler } from './call';
import { listAudit } from './endpoints/admin-audit';
import { listUsers } from './endpoints/admin-list';
import { createUser, deleteUser, getAdminUser, updateAdminUser } from './endpoints/admin-users';
import { authorize } from './endpoints/authorize';
import { callback } from './endpoints/callback';
import { health, settings } from './endpoints/discovery';
import { invite } from './endpoints/invite';
import { logout } from './endpoints/logout';
import { recover } from './endpoints/recover';
import { signup } from './endpoints/signup';
import { token } from './endpoints/token';
import { getUser, updateUser } from './endpoints/user';
import { verify } from './endpoints/verify';
import { emptyAnswer, HttpError, notFoundAnswer, type Answer } from './respond';
import { parseUuid } from './uuid';

type Methods = Record<string, Handler>;
type Check = (call: Call) => void;

/** `With(...)` of one method: the checks run only when path and method fit. */
function guarded(handler: Handler, ...checks: Check[]): Handler {
  return (call) => {
    for (const check of checks) check(call);
    return handler(call);
  };
}

const routes: Record<string, Methods> = {
  '/health': { GET: health },
  '/settings': { GET: settings },
  '/authorize': { GET: authorize },
  '/signup': { POST: guarded(signup, requireEmailProvider) },
  '/recover': { POST: guarded(recover, requireEmailProvider) },
  '/verify': { POST: verify },
  '/token': { POST: guarded(token, requireEmailProvider) },
  '/logout': { POST: guarded(logout, requireAuthentication) },
  '/invite': { POST: guarded(invite, requireAdminCredentials) },
};

/**
 * Sub-routers run their checks before they look at the rest of the path or at the method, so `PATCH /user` without a
 * bearer is 401, not 405 (contract 1.0).
 */
const groups: Record<string, (call: Call, rest: string) => Promise<Answer> | Answer> = {
  '/callback': (call, rest) => dispatch(call, rest === '' ? { GET: callback } : null),
  '/user': (call, rest) => {
    requireAuthentication(call);
    return dispatch(call, rest === '' ? { GET: getUser, PUT: updateUser } : null);
  },
  '/admin': (call, rest) => {
    requireAdminCredentials(call);
    if (rest === '/audit') return dispatch(call, { GET: listAudit });
    if (rest === '/users') return dispatch(call, { GET: listUsers, POST: createUser });
    const [id, ...below] = rest.startsWith('/users/') ? rest.slice('/users/'.length).split('/') : [];
    return id === undefined ? notFoundAnswer() : adminUser(call, id, below.length > 0);
  },
};

export function route(call: Call): Promise<Answer> | Answer {
  const path = call.url.pathname;
  const exact = Object.hasOwn(routes, path) ? routes[path] : undefined;
  if (exact) return dispatch(call, exact);
  const [, head = '', rest = ''] = /^(\/[^/]*)(.*)$/.exec(path) ?? [];
  const group = Object.hasOwn(groups, head) ? groups[head] : undefined;
  return group ? group(call, rest.replace(/\/$/, '')) : notFoundAnswer();
}

function dispatch(call: Call, methods: Methods | null): Promise<Answer> | Answer {
  if (methods === null) return notFoundAnswer();
  const handler = Object.hasOwn(methods, call.method) ? methods[call.method] : undefined;
  return handler ? handler(call) : emptyAnswer(405, { Allow: Object.keys(methods).join(', ') });
}

function adminUser(call: Call, idText: string, isBelow: boolean): Promise<Answer> | Answer {
  const id = parseUuid(idText);
  if (id === null) throw new HttpError(400, 'user_id must be an UUID');
  const user = call.identity.store.findById(id);
  if (user === null) throw new HttpError(404, 'User not found');
  if (isBelow) return notFoundAnswer();
  return dispatch(call, {
    GET: (c) => getAdminUser(c, user),
    PUT: (c) => updateAdminUser(c, user),
    DELETE: (c) => deleteUser(c, user),
  });
}
