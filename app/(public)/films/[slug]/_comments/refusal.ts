import { type Problem, problems } from '@/lib/problem';

/** Why something was not done, in words for people, and when it is worth trying again. */
export interface Refusal {
  text: string;
  /** Until then trying again is refused again. */
  waitSeconds: number;
  /** Other words need not wait. */
  ofTheseWords: boolean;
  /** The way on is to sign in. */
  signIn: boolean;
}

export function plainRefusal(text: string): Refusal {
  return { text, waitSeconds: 0, ofTheseWords: false, signIn: false };
}

/** `problem` is null for an answer that is not one of ours. */
export function refusalOf(problem: Problem | null, retryAfterSeconds: number): Refusal {
  if (!problem)
    return plainRefusal('That did not work, and we do not know why. Try again; your words are kept.');
  const { code, detail, errors, instance } = problem;
  if (code === 'session-required' || code === 'session-invalid') {
    const text = 'Your session has ended. Sign in again; your words are kept here.';
    return { ...plainRefusal(text), signIn: true };
  }
  if (code === 'invalid' && errors?.length)
    return plainRefusal(errors.map(({ message }) => message).join(' '));
  const words = detail ?? `${problems[code].title}.`;
  if (problem.status === 429) {
    const ofTheseWords = code === 'duplicate-comment';
    return { ...plainRefusal(words), waitSeconds: retryAfterSeconds, ofTheseWords };
  }
  if (problem.status === 503) return plainRefusal(`${problem.title}. ${words}`);
  if (code === 'internal') return plainRefusal(`${problem.title}. ${words} It is ${instance}.`);
  return plainRefusal(words);
}
