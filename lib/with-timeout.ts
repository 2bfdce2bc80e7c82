/** The work did not end in time. It may still end later: nobody waits for it. */
class TimeoutError extends Error {
  override readonly name = 'TimeoutError';
}

/** What `work` gives within `timeoutMs`; throws `TimeoutError` after it. */
export async function withTimeout<T>(timeoutMs: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timeUp = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new TimeoutError(`Not done within ${timeoutMs} ms`)), timeoutMs);
  });
  try {
    return await Promise.race([work, timeUp]);
  } finally {
    clearTimeout(timer);
  }
}
