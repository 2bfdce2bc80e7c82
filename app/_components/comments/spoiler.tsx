import type { ReactNode } from 'react';

/** Words that say how a film ends stay folded until somebody asks for them. */
export function SpoilerText({ spoiler, children }: { spoiler: boolean; children: ReactNode }) {
  const words = <div className="read">{children}</div>;
  if (!spoiler) return words;
  return (
    <details className="spoiler">
      <summary>Spoiler: reveals the ending</summary>
      {words}
    </details>
  );
}
