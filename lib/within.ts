/** The work did not end in time. It may still end later: nobody waits for it. */
class TimeUpError extends Error {
  override readonly name = 'TimeUpError';
}

/** What `work` gives within `timeoutMs`; throws `TimeUpError` after it. */
export async function within<T>(timeoutMs: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timeUp = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new TimeUpError(`Not done within ${timeoutMs} ms`)), timeoutMs);
  });
  try {
    return await Promise.race([work, timeUp]);
  } finally {
    clearTimeout(timer);
  }
}
