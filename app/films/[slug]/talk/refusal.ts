import { type Problem, problems } from '@/lib/problem';

/** Why something was not done, in words for people, and when it is worth trying again. */
export interface Refusal {
  text: string;
  /** Until then trying again is refused again. */
  waitSeconds: number;
  /** The way on is to sign in. */
  signIn: boolean;
}

/** `problem` is null for an answer that is not one of ours. */
export function refusalOf(problem: Problem | null, retryAfterSeconds: number): Refusal {
  const refusal = { waitSeconds: 0, signIn: false };
  if (!problem)
    return { ...refusal, text: 'That did not work, and we do not know why. Try again; your words are kept.' };
  const { code, detail, errors, instance } = problem;
  if (code === 'session-required' || code === 'session-invalid') {
    return {
      ...refusal,
      signIn: true,
      text: 'Your session has ended. Sign in again; your words are kept here.',
    };
  }
  if (code === 'invalid' && errors?.length) {
    return { ...refusal, text: errors.map(({ message }) => message).join(' ') };
  }
  const words = detail ?? `${problems[code].title}.`;
  if (problem.status === 429) return { ...refusal, text: words, waitSeconds: retryAfterSeconds };
  if (problem.status === 503) return { ...refusal, text: `${problem.title}. ${words}` };
  if (code === 'internal') return { ...refusal, text: `${problem.title}. ${words} It is ${instance}.` };
  return { ...refusal, text: words };
}
