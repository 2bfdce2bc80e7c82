import type { Document } from 'mongodb';
import { cinema } from '../cinema';
import { parseObjectId } from '../db/document';
import type { Transaction } from '../db/transaction';
import { ProblemError } from '../problem';
import { numberedPlaces } from '../seating/plan-file';
import type { SaleState } from './schema';
import { type ScreeningDocument, screenings } from './screenings';

/** A screening with what an order needs to know of it: one query. */
export interface SaleScreening extends Omit<ScreeningDocument, '_id' | 'sale'> {
  id: string;
  planId: string;
  filmTitle: string;
  auditoriumName: string;
  state: SaleState;
  opensAt: Date;
  closesAt: Date;
  cancelUntil: Date;
  companionReleaseAt: Date;
  maxTicketsPerMember: number;
  /** The database's clock. */
  now: Date;
}

export type FoundScreening = ScreeningDocument & {
  film: { title: string }[];
  auditorium: { name: string; seatCount: number; planId?: string }[];
  now: Date;
};

/** The stages that put film, auditorium and the database's clock into a screening, itself or at `path`. */
export function withFilmAndAuditorium(path: '' | 'screening.' = ''): Document[] {
  const look = (from: string, field: string, as: string) => ({
    $lookup: { from, localField: `${path}${field}`, foreignField: '_id', as: `${path}${as}` },
  });
  return [
    look('films', 'filmId', 'film'),
    look('auditoriums', 'auditoriumId', 'auditorium'),
    { $addFields: { [`${path}now`]: '$$NOW' } },
  ];
}

/** One screening, in a transaction or outside of it. Throws `not-found`. One query. */
export async function getSaleScreening(id: string, session?: Transaction): Promise<SaleScreening> {
  const objectId = parseObjectId(id);
  const found =
    objectId &&
    (await (
      await screenings()
    )
      .aggregate<FoundScreening>(
        [{ $match: { _id: objectId } }, ...withFilmAndAuditorium()],
        session && { session },
      )
      .next());
  if (!found) throw new ProblemError('not-found', { detail: 'This screening isn’t in the programme.' });
  return toSaleScreening(found);
}

/** The screenings that start from `from` on and before `before`, soonest first, as orders know them. One query. */
export async function listSaleScreenings(from: Date, before: Date): Promise<SaleScreening[]> {
  const found = await (
    await screenings()
  )
    .aggregate<FoundScreening>(
      [
        { $match: { startsAt: { $gte: from, $lt: before } } },
        { $sort: { startsAt: 1 } },
        { $limit: SCREENINGS_MAX },
        ...withFilmAndAuditorium(),
      ],
      { batchSize: SCREENINGS_MAX },
    )
    .toArray();
  return found.map(toSaleScreening);
}

/** The screenings that start from `from` on and before `before`, and the state of each. One query. */
export async function listSaleStates(
  from: Date,
  before: Date,
  session?: Transaction,
): Promise<Map<string, SaleState>> {
  const found = await (
    await screenings()
  )
    .find(
      { startsAt: { $gte: from, $lt: before } },
      {
        projection: { state: 1 },
        batchSize: SCREENINGS_MAX,
        limit: SCREENINGS_MAX,
        ...(session && { session }),
      },
    )
    .toArray();
  return new Map(found.map(({ _id, state }) => [_id.toHexString(), state ?? 'planned']));
}

/** More than any cinema shows in two days. */
const SCREENINGS_MAX = 500;

/** The shape of what those stages return. */
export function toSaleScreening({
  _id,
  film,
  auditorium,
  sale = {},
  ...found
}: FoundScreening): SaleScreening {
  const [room] = auditorium;
  if (!film[0] || !room) throw new Error(`Screening ${_id} has no film or no auditorium`);
  const minutes = (count: number) => new Date(found.startsAt.getTime() + count * 60_000);
  const { sale: defaults } = cinema;
  return {
    ...found,
    id: _id.toHexString(),
    filmTitle: film[0].title,
    auditoriumName: room.name,
    planId: found.planId ?? room.planId ?? numberedPlaces(room.seatCount).id,
    state: found.state ?? 'planned',
    opensAt: sale.opensAt ?? minutes(-defaults.opensDaysBefore * 24 * 60),
    closesAt: sale.closesAt ?? minutes(defaults.closesMinutesAfterStart),
    cancelUntil: sale.cancelUntil ?? minutes(-defaults.cancelUntilMinutesBefore),
    companionReleaseAt: sale.companionReleaseAt ?? minutes(-defaults.companionReleaseMinutesBefore),
    maxTicketsPerMember: sale.maxTicketsPerMember ?? defaults.maxTicketsPerMember,
  };
}
