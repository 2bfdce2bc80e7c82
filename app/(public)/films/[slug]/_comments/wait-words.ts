/** `4 seconds`, `1 second`, `5 minutes`, `23 hours`: rounded up, so that nobody comes too early. */
export function formatWait(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  const [count, unit] =
    seconds < 60
      ? [seconds, 'second']
      : minutes < 100
        ? [minutes, 'minute']
        : [Math.ceil(minutes / 60), 'hour'];
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
