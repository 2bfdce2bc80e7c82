'use client';

interface MoreButtonProps {
  label: string;
  busy: boolean;
  failed: boolean;
  news: string;
  hasMore: boolean;
  onLoad(): void;
}

export function MoreButton({ label, busy, failed, news, hasMore, onLoad }: MoreButtonProps) {
  return (
    <>
      <output className="hidden">{news}</output>
      {hasMore && (
        <div className="older">
          <button className="btn" type="button" aria-busy={busy || undefined} onClick={onLoad}>
            {busy ? 'Fetching more' : label}
          </button>
          <div role="alert">
            {failed && (
              <p className="error">They did not come. Look whether you are online, then try again.</p>
            )}
          </div>
        </div>
      )}
    </>
  );
}
