import type { FunctionProcess } from './function-process';

/** One function as the edge sees it. */
export type LocalFunction = {
  name: string;
  process: FunctionProcess;
  /** Paths of its own (`config.path`), as regular expressions over the path. */
  routes: { pattern: string; expression: RegExp }[];
  /** Identity events that it takes: by its name, or by the handlers of its default export. */
  events: IdentityEvent[];
  /** When it is called by itself: a cron expression. */
  schedule?: string | undefined;
};

export const identityEvents = ['validate', 'signup', 'login', 'usermodified', 'userdeleted'] as const;
export type IdentityEvent = (typeof identityEvents)[number];

/** The functions of the site, from the artifact or from source. */
export type Functions = {
  mode: 'artifact' | 'source';
  list(): LocalFunction[];
  stop(): Promise<void>;
};

/** The function that serves Next's pages in an artifact. */
export const nextHandlerName = '___netlify-server-handler';

const handlerEvents: Record<string, IdentityEvent> = {
  userValidate: 'validate',
  userSignup: 'signup',
  userLogin: 'login',
  userModified: 'usermodified',
  userDeleted: 'userdeleted',
};

/**
 * Which Identity events go to a function: `identity-signup` by its name, an object of handlers by what the build
 * found in it (`eventSubscriptions`, which names either the handlers or the events).
 */
export function eventsOf(name: string, subscriptions: string[] = []): IdentityEvent[] {
  const byName = /^identity-(validate|signup|login)(-background)?$/.exec(name)?.[1];
  const named = [
    byName,
    ...subscriptions.map((word) => handlerEvents[word] ?? word.replace(/^identity_/, '')),
  ];
  return identityEvents.filter((event) => named.includes(event));
}
