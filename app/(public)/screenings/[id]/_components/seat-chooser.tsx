'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useEffect, useMemo, useRef, useState } from 'react';
import { Notice } from '@/app/_components/form/notice';
import { useSession } from '@/app/_session/session-store';
import { cinema } from '@/lib/cinema';
import type { Order } from '@/lib/orders/schema';
import type { Sale } from '@/lib/screenings/schema';
import { bestTogether, leftAlone } from '@/lib/seating/best-together';
import { type Seat, seatsOf } from '@/lib/seating/schema';
import { BasketLines, LeftAlone, priceOf, Total } from './basket';
import { BestTogetherForm } from './best-together-form';
import { HoldTimer, useSecondsLeft } from './hold-timer';
import { whyClosed } from './sale-state';
import { SeatList } from './seat-list';
import { Legend, SeatMap } from './seat-map';
import { formatSeatCount, formatSeats, type SeatState, splitSeat } from './seat-text';
import { type ChosenSeat, useChoice } from './use-choice';
import { useOrder } from './use-order';
import { type Seats, useSeats } from './use-seats';

const modes = { plan: 'Plan', list: 'List', best: 'Best together' } as const;
type Mode = keyof typeof modes;

/** Below this share of free seats, whoever is left alone is glad to get in at all. */
const NEAR_SELL_OUT = 0.1;

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
  const { plan, occupancy, isStale, refresh } = seats;
  const router = useRouter();
  const [mode, setMode] = useState<Mode>(plan.drawn ? 'plan' : 'best');
  const [said, setSaid] = useState('');
  const [lost, setLost] = useState<readonly string[]>([]);
  const { choice, change } = useChoice(sale.id);
  const attempt = useRef({ wish: '', key: '' });

  const { order, hold, extend, confirm, release } = useOrder(
    sale.id,
    (held: Order) => {
      attempt.current = { wish: '', key: '' };
      setLost([]);
      change(held.tickets.map(({ seat, category }) => ({ seat, category })));
      refresh();
    },
    (confirmed) => {
      change([]);
      router.push(`/orders/${confirmed.id}`);
    },
  );
  const held = order?.state === 'held' ? order : null;
  const secondsLeft = useSecondsLeft(held ?? { heldUntil: occupancy.at, now: occupancy.at });
  const isHeld = held !== null && secondsLeft > 0;

  const taken = useMemo(() => {
    const own = new Set(isHeld ? held.tickets.map(({ seat }) => seat) : []);
    const all = seatsOf(plan).filter(({ id }, index) => occupancy.seats[index] === 'x' && !own.has(id));
    return new Set(all.map(({ id }) => id));
  }, [plan, occupancy, held, isHeld]);
  const chosen = useMemo(() => new Set(choice.map(({ seat }) => seat)), [choice]);
  const isFree = (seat: Seat) => seat.kind !== 'out-of-order' && !taken.has(seat.id);
  const stateOf = (seat: Seat): SeatState => {
    if (seat.kind === 'out-of-order') return 'out-of-order';
    if (chosen.has(seat.id)) return 'chosen';
    return taken.has(seat.id) ? 'taken' : 'free';
  };

  useEffect(() => {
    const gone = choice.filter(({ seat }) => taken.has(seat)).map(({ seat }) => seat);
    if (gone.length === 0) return;
    setLost(gone);
    change(choice.filter(({ seat }) => !taken.has(seat)));
    // oxlint-disable-next-line react/exhaustive-deps -- what was chosen is looked at when seats are taken, not when it changes
  }, [taken]);

  function press(seat: Seat) {
    const name = splitSeat(seat.id);
    const state = stateOf(seat);
    if (state === 'taken' || state === 'out-of-order') {
      setSaid(`${name} is ${state === 'taken' ? 'taken' : 'out of order'}.`);
    } else if (state === 'chosen') {
      take(choice.filter((one) => one.seat !== seat.id));
    } else if (choice.length >= sale.sale.maxTicketsPerMember) {
      setSaid(`One person can buy ${sale.sale.maxTicketsPerMember} tickets for a screening.`);
    } else {
      take([...choice, { seat: seat.id, category: sale.categories[0]?.id ?? '' }]);
    }
  }
  function take(next: readonly ChosenSeat[]) {
    change(next);
    setLost([]);
    const names = next.map(({ seat }) => splitSeat(seat));
    setSaid(next.length === 0 ? 'No seat chosen.' : `Chosen: ${formatSeats(names)}.`);
  }
  function holdChoice() {
    const wish = JSON.stringify(choice);
    if (attempt.current.wish !== wish) attempt.current = { wish, key: crypto.randomUUID() };
    void hold.run(choice, attempt.current.key).then(refresh);
  }

  const freeCount = Object.values(occupancy.free).reduce((sum, count) => sum + count, 0);
  const isNearSellOut = freeCount < seatsOf(plan).length * NEAR_SELL_OUT;
  const alone = isNearSellOut ? [] : leftAlone(plan, isFree, chosen);
  const closed = whyClosed(sale, new Date(occupancy.at), freeCount);
  const total = {
    amountMinor: choice.reduce((sum, one) => sum + priceOf(sale, plan, one).amountMinor, 0),
    currency: cinema.currency,
  };
  const isSameAsHeld =
    held !== null &&
    JSON.stringify(held.tickets.map(({ seat, category }) => `${seat} ${category}`).toSorted()) ===
      JSON.stringify(choice.map(({ seat, category }) => `${seat} ${category}`).toSorted());

  if (closed && !isHeld) return <Notice {...closed} />;
  return (
    <div className="choose">
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
            {freeCount} of {seatsOf(plan).length} free.
            {isStale && ' We can’t check at the moment; the server decides when you hold them.'}
          </p>
        </div>
        <output className="hidden">{said}</output>
        {lost.length > 0 && (
          <Notice
            tone="error"
            title={`${formatSeats(lost)} ${lost.length === 1 ? 'was' : 'were'} taken a moment ago`}
          >
            <Instead
              seats={bestTogether(plan, isFree, choice.length + lost.length)[0]}
              onTake={(instead) =>
                take(instead.map((seat) => ({ seat, category: sale.categories[0]?.id ?? '' })))
              }
            />
          </Notice>
        )}
        {mode === 'plan' && <SeatMap plan={plan} sale={sale} stateOf={stateOf} onPress={press} />}
        {mode === 'plan' && <Legend />}
        {mode === 'list' && <SeatList plan={plan} sale={sale} stateOf={stateOf} onPress={press} />}
        {mode === 'best' && (
          <BestTogetherForm
            plan={plan}
            sale={sale}
            isFree={isFree}
            onFound={(found) => take(found.map((seat) => ({ seat, category: sale.categories[0]?.id ?? '' })))}
          />
        )}
      </div>
      <aside className="basket" aria-label="Your seats">
        {isHeld && <HoldTimer order={held} secondsLeft={secondsLeft} />}
        <div>
          <h2>{choice.length === 0 ? 'No seat chosen yet' : formatSeatCount(choice.length)}</h2>
          {choice.length === 0 && <p className="small soft">Choose up to {sale.sale.maxTicketsPerMember}.</p>}
          <BasketLines
            sale={sale}
            plan={plan}
            choice={choice}
            onCategory={(seat, category) =>
              change(choice.map((one) => (one.seat === seat ? { seat, category } : one)))
            }
            onRemove={(seat) => take(choice.filter((one) => one.seat !== seat))}
          />
        </div>
        <LeftAlone seats={alone} />
        {choice.length > 0 && (
          <div>
            <Total total={total}>
              {total.amountMinor > 0 && <p className="small soft">You pay at the box office.</p>}
            </Total>
            {held !== null && !isHeld && (
              <p className="error">Your time is over. Hold the seats again if they are still free.</p>
            )}
            {isHeld && isSameAsHeld ? (
              <OrderButtons
                count={choice.length}
                canExtend={held.canExtend}
                confirm={confirm}
                extend={extend}
                release={{ ...release, run: () => release.run().then(refresh) }}
              />
            ) : (
              <HoldButton count={choice.length} again={held !== null} hold={hold} onHold={holdChoice} />
            )}
          </div>
        )}
      </aside>
    </div>
  );
}

function Instead({ seats, onTake }: { seats: string[] | undefined; onTake(seats: string[]): void }) {
  if (!seats) return <p>There are not as many free seats side by side any more.</p>;
  return (
    <p className="row">
      <button className="btn btn-small" type="button" onClick={() => onTake(seats)}>
        Take {formatSeats(seats)} instead
      </button>
    </p>
  );
}

interface HoldButtonProps {
  count: number;
  again: boolean;
  hold: ReturnType<typeof useOrder>['hold'];
  onHold(): void;
}

/** Whoever is signed out chooses freely and signs in here; the choice is there when they come back. */
function HoldButton({ count, again, hold, onHold }: HoldButtonProps) {
  const { state, me } = useSession();
  if (state === 'visitor') {
    return (
      <>
        <p className="small">
          Sign in to hold {count === 1 ? 'this seat' : 'these seats'}. We keep what you chose.
        </p>
        <p className="row">
          <Link className="btn btn-primary" href="/sign-in">
            Sign in
          </Link>
          <Link className="btn" href="/join">
            Join
          </Link>
        </p>
      </>
    );
  }
  if (me?.ban) return <p className="error">Your account is suspended, so you can’t order tickets.</p>;
  const what = count === 1 ? 'this seat' : `these ${count} seats`;
  return (
    <>
      <button
        className="btn btn-primary wide"
        type="button"
        aria-busy={hold.busy || undefined}
        disabled={state === 'unknown'}
        onClick={onHold}
      >
        {hold.busy ? 'Holding' : `Hold ${what}${again ? ' instead' : ''}`}
      </button>
      <p className="small soft">We hold them for {cinema.sale.holdMinutes} minutes while you decide.</p>
      <div role="alert">{hold.error && <p className="error">{hold.error.message}</p>}</div>
    </>
  );
}

interface OrderButtonsProps extends Pick<ReturnType<typeof useOrder>, 'confirm' | 'extend' | 'release'> {
  count: number;
  canExtend: boolean;
}

function OrderButtons({ count, canExtend, confirm, extend, release }: OrderButtonsProps) {
  const refused = [confirm, extend, release].find(({ error }) => error !== null)?.error;
  return (
    <>
      <button
        className="btn btn-primary wide"
        type="button"
        aria-busy={confirm.busy || undefined}
        onClick={() => void confirm.run()}
      >
        {confirm.busy ? 'Ordering' : `Order ${count === 1 ? 'one ticket' : `${count} tickets`}`}
      </button>
      <p className="row basket-acts">
        {canExtend && (
          <button className="btn-link" type="button" onClick={() => void extend.run()}>
            {extend.busy ? 'Asking' : `${cinema.sale.holdMinutes} more minutes`}
          </button>
        )}
        <button className="btn-link" type="button" onClick={() => void release.run()}>
          {release.busy ? 'Letting them go' : 'Let them go'}
        </button>
      </p>
      <div role="alert">{refused && <p className="error">{refused.message}</p>}</div>
    </>
  );
}
