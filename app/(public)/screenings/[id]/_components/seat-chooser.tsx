'use client';

import { useRef, useState } from 'react';
import { Notice } from '@/app/_components/form/notice';
import type { Sale } from '@/lib/screenings/schema';
import { leftAlone } from '@/lib/seating/best-together';
import { seatsOf } from '@/lib/seating/schema';
import { Basket, Bought, totalOf } from './basket';
import { BestTogetherForm } from './best-together-form';
import { Dock } from './dock';
import { LostSeats } from './lost-seats';
import { whyClosed } from './sale-state';
import { SeatBlocks } from './seat-blocks';
import { SeatList } from './seat-list';
import { SeatMap } from './seat-map';
import { Legend } from './seat-row';
import { useChooser } from './use-chooser';
import { useFocusOfRemoved } from './use-focus-of-removed';
import { type Seats, useSeats } from './use-seats';

const modes = { plan: 'Plan', list: 'List', best: 'Best together' } as const;
type Mode = keyof typeof modes;

/** Below this share of free seats, whoever is left alone is glad to get in at all. */
const NEAR_SELL_OUT = 0.1;

/** A plan with more seats shows its blocks first. */
const SEATS_AT_ONCE = 300;

/** Choose seats, hold them, order them: as a plan, as a list or by wish, with the basket beside it. */
export function SeatChooser({ sale }: { sale: Sale }) {
  const seats = useSeats(sale.id, sale.planId);
  if (seats.state === 'loading') {
    return (
      <div className="choose" aria-busy="true">
        <p className="read soft fade-in-late">Fetching the seats…</p>
      </div>
    );
  }
  if (seats.state === 'failed') {
    return (
      <Notice
        tone="error"
        title={seats.error.title}
        extra={
          <button className="btn btn-small" type="button" onClick={seats.retry}>
            Try again
          </button>
        }
      >
        <p>{seats.error.detail ?? 'The seats can’t be shown at the moment.'}</p>
      </Notice>
    );
  }
  return <Chooser sale={sale} seats={seats} />;
}

function Chooser({ sale, seats }: { sale: Sale; seats: Extract<Seats, { state: 'ready' }> }) {
  const { plan, occupancy, isStale } = seats;
  const chooser = useChooser(sale, seats);
  const [mode, setMode] = useState<Mode>(plan.drawn ? 'plan' : 'best');
  const page = useRef<HTMLDivElement>(null);
  const basket = useRef<HTMLElement>(null);
  useFocusOfRemoved(page, basket);
  const { choice, chosen, stateOf, isFree, press, takeSeats } = chooser;

  const seatCount = seatsOf(plan).length;
  const freeCount = Object.values(occupancy.free).reduce((sum, count) => sum + count, 0);
  const alone = freeCount < seatCount * NEAR_SELL_OUT ? [] : leftAlone(plan, isFree, chosen);
  const closed = whyClosed(sale, new Date(occupancy.at), freeCount);
  const lost = (
    <LostSeats
      plan={plan}
      lost={chooser.lost}
      isFree={isFree}
      remainingCount={choice.length}
      onTake={takeSeats}
    />
  );
  if (closed && !chooser.isOwn) {
    return (
      <div ref={page} className="choose">
        <section ref={basket} aria-label="Tickets" tabIndex={-1}>
          {lost}
          <Notice {...closed} />
          <Bought orders={chooser.bought} />
        </section>
      </div>
    );
  }
  const drawing = { plan, sale, stateOf, onPress: press };
  return (
    <div ref={page} className="choose">
      <div>
        <div className="row choose-head">
          <fieldset className="segmented" aria-label="How to choose">
            {(Object.keys(modes) as Mode[]).map((one) => (
              <button key={one} type="button" aria-pressed={one === mode} onClick={() => setMode(one)}>
                {modes[one]}
              </button>
            ))}
          </fieldset>
          <p className="small soft">
            {freeCount} of {seatCount} free.
            {isStale && ' We can’t check at the moment. We check again when you hold your seats.'}
          </p>
        </div>
        <output className="hidden">{chooser.said}</output>
        {lost}
        {mode === 'plan' && seatCount <= SEATS_AT_ONCE && <SeatMap {...drawing} />}
        {mode === 'plan' && seatCount > SEATS_AT_ONCE && <SeatBlocks {...drawing} isFree={isFree} />}
        {mode === 'plan' && <Legend />}
        {mode === 'list' && <SeatList {...drawing} />}
        {mode === 'best' && <BestTogetherForm plan={plan} sale={sale} isFree={isFree} onFound={takeSeats} />}
        <Dock
          count={choice.length}
          total={totalOf(sale, plan, choice)}
          refusal={chooser.refusal}
          heldUntil={chooser.isHeld && chooser.isHeldChoice ? (chooser.held?.order.heldUntil ?? null) : null}
          onNext={() => basket.current?.focus()}
        />
      </div>
      <Basket ref={basket} sale={sale} plan={plan} chooser={chooser} leftAlone={alone} />
    </div>
  );
}
