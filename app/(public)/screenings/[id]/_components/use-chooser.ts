'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Order } from '@/lib/orders/schema';
import type { Sale } from '@/lib/screenings/schema';
import { type Seat, seatsOf } from '@/lib/seating/schema';
import { useIsRunning } from './hold-timer';
import { formatSeats, type SeatState, splitSeat } from './seat-text';
import { type ChosenSeat, firstCategory, useChoice } from './use-choice';
import { useOrder } from './use-order';
import type { Seats } from './use-seats';

const noSeats: ReadonlySet<string> = new Set();
const chosenIn = ({ tickets }: Order): ChosenSeat[] =>
  tickets.map(({ seat, category }) => ({ seat, category }));

/** What somebody does on the page of a screening: the choice, its hold, and what others took meanwhile. */
export function useChooser(sale: Sale, { plan, occupancy, refresh }: Extract<Seats, { state: 'ready' }>) {
  const router = useRouter();
  const [said, setSaid] = useState('');
  const [refusal, setRefusal] = useState<string | null>(null);
  const [lost, setLost] = useState<readonly string[]>([]);
  const { choice, change } = useChoice(sale, plan);
  const attempt = useRef({ wish: '', key: '' });

  const order = useOrder(sale.id, {
    onFound: (found) => {
      // What was chosen in this tab is newer than a hold of another one.
      if (choice.length === 0) change(chosenIn(found));
      refresh();
    },
    onHeld: (held) => {
      attempt.current = { wish: '', key: '' };
      setLost([]);
      change(chosenIn(held));
      refresh();
    },
    onConfirmed: (confirmed) => {
      change([]);
      router.push(`/orders/${confirmed.id}`);
    },
    onReleased: () => {
      change([]);
      setSaid('Your seats are free for others again.');
      refresh();
    },
  });
  const { held, hold, isKnown } = order;
  const isHeld = useIsRunning(held?.endsAt ?? null);

  // After a hold is over, its seats count as taken by others only where an answer from after its end says so.
  const isOwn = held !== null && (isHeld || occupancy.at <= held.order.heldUntil);
  const taken = useMemo(() => {
    const own = isOwn ? new Set(held.order.tickets.map(({ seat }) => seat)) : noSeats;
    const all = seatsOf(plan).filter(({ id }, index) => occupancy.seats[index] === 'x' && !own.has(id));
    return new Set(all.map(({ id }) => id));
  }, [plan, occupancy, held, isOwn]);
  const chosen = useMemo(() => new Set(choice.map(({ seat }) => seat)), [choice]);
  const stateOf = (seat: Seat): SeatState => {
    if (seat.kind === 'out-of-order') return 'out-of-order';
    if (chosen.has(seat.id)) return 'chosen';
    return taken.has(seat.id) ? 'taken' : 'free';
  };

  useEffect(() => {
    if (held !== null && !isHeld) refresh();
  }, [held, isHeld, refresh]);
  useEffect(() => {
    const gone = choice.filter(({ seat }) => taken.has(seat)).map(({ seat }) => seat);
    // An answer from before that hold may still call the seats of an earlier one taken.
    const isOlder = held !== null && occupancy.at < held.order.now;
    if (!isKnown || isOlder || gone.length === 0) return;
    setLost(gone);
    change(choice.filter(({ seat }) => !taken.has(seat)));
    // The notice about the lost seats says it, and offers others.
    hold.clear();
    // oxlint-disable-next-line react/exhaustive-deps -- what was chosen is looked at when seats are taken, not when it changes
  }, [taken, isKnown]);

  function take(next: readonly ChosenSeat[]) {
    change(next);
    setLost([]);
    setRefusal(null);
    for (const act of [hold, order.confirm, order.extend, order.release]) act.clear();
    const names = next.map(({ seat }) => splitSeat(seat));
    setSaid(next.length === 0 ? 'No seat chosen.' : `Chosen: ${formatSeats(names)}.`);
  }
  function refuse(reason: string) {
    setRefusal(reason);
    setSaid(reason);
  }
  function press(seat: Seat) {
    const state = stateOf(seat);
    if (state === 'taken') refuse(`${splitSeat(seat.id)} is taken.`);
    else if (state === 'out-of-order') refuse(`${splitSeat(seat.id)} is out of order.`);
    else if (state === 'chosen') take(choice.filter((one) => one.seat !== seat.id));
    else if (choice.length >= sale.sale.maxTicketsPerMember) {
      refuse(`One person can buy ${sale.sale.maxTicketsPerMember} tickets for a screening.`);
    } else take([...choice, { seat: seat.id, category: firstCategory(sale) }]);
  }
  function holdChoice() {
    const wish = JSON.stringify(choice);
    if (attempt.current.wish !== wish) attempt.current = { wish, key: crypto.randomUUID() };
    void hold.run(choice, attempt.current.key).then(refresh);
  }
  return {
    ...order,
    choice,
    chosen,
    isHeld,
    isOwn,
    /** Whether the hold is of these seats. */
    isHeldChoice: held !== null && isSame(held.order, chosen),
    lost,
    said,
    refusal,
    stateOf,
    isFree: (seat: Seat) => seat.kind !== 'out-of-order' && !taken.has(seat.id),
    press,
    take,
    /** Full price until something else is said. */
    takeSeats: (seats: readonly string[]) =>
      take(seats.map((seat) => ({ seat, category: firstCategory(sale) }))),
    takeHeld: () => held && take(chosenIn(held.order)),
    setCategory: (seat: string, category: string) =>
      change(choice.map((one) => (one.seat === seat ? { seat, category } : one))),
    holdChoice,
  };
}

export type Chooser = ReturnType<typeof useChooser>;

function isSame({ tickets }: Order, chosen: ReadonlySet<string>): boolean {
  return tickets.length === chosen.size && tickets.every(({ seat }) => chosen.has(seat));
}
