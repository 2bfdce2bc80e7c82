import type { AccessFeature } from '@/lib/screenings/schema';

const words: Record<AccessFeature, { full: string; short: string | null }> = {
  subtitled: { full: 'Subtitled', short: 'Sub' },
  'audio-described': { full: 'Audio described', short: 'AD' },
  relaxed: { full: 'Relaxed', short: 'Rel' },
  wheelchair: { full: 'Wheelchair place', short: null },
};

/** A badge: the full word where there is space, otherwise an abbreviation. Screen readers get the word in both. */
function AccessBadge({ feature }: { feature: AccessFeature }) {
  const { full, short } = words[feature];
  return (
    <span className="badge">
      {short === null && <WheelchairFigure />}
      <span className="full">{full}</span>
      {short !== null && (
        <span className="cut" aria-hidden="true">
          {short}
        </span>
      )}
    </span>
  );
}

export function AccessBadges({ features }: { features: readonly AccessFeature[] }) {
  if (features.length === 0) return null;
  return (
    <span className="badges">
      {features.map((feature) => (
        <AccessBadge key={feature} feature={feature} />
      ))}
    </span>
  );
}

/** Explains the abbreviations; shown where some are used. */
export function BadgeKey() {
  return (
    <p className="key">
      <span className="soft">In the lists below</span>
      {(Object.keys(words) as AccessFeature[]).map((feature) => (
        <span key={feature}>
          <span className="badge" aria-hidden="true">
            {words[feature].short ?? <WheelchairFigure />}
          </span>{' '}
          {words[feature].full.toLowerCase()}
        </span>
      ))}
    </p>
  );
}

function WheelchairFigure() {
  return (
    <svg
      viewBox="0 0 16 16"
      aria-hidden="true"
      focusable="false"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
    >
      <circle cx="6.4" cy="2" r="1.5" fill="currentColor" stroke="none" />
      <path d="M6.4 4.2v4.6h4.2l1.8 4.4h1.8M6.6 6.4h3.4" />
      <path d="M4.6 7.6a3.7 3.7 0 1 0 5 4.6" />
    </svg>
  );
}
