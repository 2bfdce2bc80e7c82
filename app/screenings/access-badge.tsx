import type { AccessFeature } from '@/lib/screenings/schema';
import { WheelchairFigure } from './wheelchair-figure';

const words: Record<AccessFeature, { full: string; short: string | null }> = {
  subtitled: { full: 'Subtitled', short: 'Sub' },
  'audio-described': { full: 'Audio described', short: 'AD' },
  relaxed: { full: 'Relaxed', short: 'Rel' },
  wheelchair: { full: 'Wheelchair place', short: null },
};

/** The whole word where it fits, the short form in dense columns; screen readers get the word in both. */
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

/** What the short forms stand for. Shown where some of them are used. */
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
