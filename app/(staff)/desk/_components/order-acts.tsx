'use client';

import { type SubmitEvent, type ReactNode, useState } from 'react';
import * as z from 'zod/mini';
import { useAction } from '@/app/_components/form/use-action';
import { useDisclosure } from '@/app/_components/form/use-disclosure';
import { formatMoney } from '@/app/_format/numbers';
import { callApi } from '@/app/_session/api';
import { type DeskOrder, deskOrderDetailsSchema } from '@/lib/orders/desk-schema';
import { orderSchema } from '@/lib/orders/schema';

interface OrderActsProps {
  order: DeskOrder;
  onChanged(): void;
}

/** What can be done with an order as it is now: the sums are the system's. */
export function OrderActs({ order, onChanged }: OrderActsProps) {
  const { state, payment, buyer } = order;
  const path = `/api/desk/orders/${order.id}` as const;
  const pay = useAction(async () => {
    const paid = await callApi('POST', `${path}/payment`, { response: orderSchema });
    if (paid.ok) onChanged();
    return paid;
  });
  const release = useAction(async () => {
    const released = await callApi('DELETE', path, { response: z.null() });
    if (released.ok) onChanged();
    return released;
  });
  const error = pay.error ?? release.error;
  return (
    <div className="desk-acts">
      {state === 'confirmed' && payment.state === 'due' && (
        <button
          className="btn btn-small"
          type="button"
          aria-busy={pay.busy || undefined}
          onClick={() => void pay.run()}
        >
          Take {formatMoney(payment.due)}
        </button>
      )}
      {payment.state === 'refund-due' && (
        <ReasonedAct
          label={`Give back ${formatMoney({ ...payment.due, amountMinor: -payment.due.amountMinor })}`}
          act={(reason) => callApi('POST', `${path}/refund`, { body: { reason }, response: orderSchema })}
          onDone={onChanged}
        />
      )}
      {state === 'held' && (
        <button
          className="btn btn-small"
          type="button"
          aria-busy={release.busy || undefined}
          onClick={() => void release.run()}
        >
          Release
        </button>
      )}
      {state === 'confirmed' && <CancelAct order={order} onDone={onChanged} />}
      {buyer.kind === 'member' && <Email orderId={order.id} />}
      <div role="alert">{error && <p className="error">{error.message}</p>}</div>
    </div>
  );
}

/** Cancels the chosen tickets; all of them are chosen at first. */
function CancelAct({ order, onDone }: { order: DeskOrder; onDone(): void }) {
  const open = order.tickets.filter(({ state, admittedAt }) => state === 'valid' && admittedAt === null);
  const [kept, setKept] = useState<readonly string[]>([]);
  if (open.length === 0) return null;
  const tickets = open.map(({ id }) => id).filter((id) => !kept.includes(id));
  const toggle = (id: string) =>
    setKept(kept.includes(id) ? kept.filter((other) => other !== id) : [...kept, id]);
  return (
    <ReasonedAct
      label="Cancel"
      act={(reason) =>
        callApi('POST', `/api/desk/orders/${order.id}/cancellation`, {
          body: { tickets, reason },
          response: orderSchema,
        })
      }
      onDone={onDone}
    >
      <fieldset>
        <legend className="label">Tickets</legend>
        {open.map(({ id, seat }) => (
          <label key={id} className="check">
            <input type="checkbox" checked={!kept.includes(id)} onChange={() => toggle(id)} />
            {seat}
          </label>
        ))}
      </fieldset>
    </ReasonedAct>
  );
}

interface ReasonedActProps {
  label: string;
  act(reason: string): ReturnType<typeof callApi>;
  onDone(): void;
  children?: ReactNode;
}

/** Asks for the reason before it acts, for whoever asks about it later. */
export function ReasonedAct({ label, act, onDone, children }: ReasonedActProps) {
  const { isOpen, opener, open, close } = useDisclosure();
  const action = useAction(async (reason: string) => {
    const done = await act(reason);
    if (done.ok) {
      close();
      onDone();
    }
    return done;
  });
  if (!isOpen) {
    return (
      <button ref={opener} className="btn btn-small" type="button" onClick={open}>
        {label}
      </button>
    );
  }
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    void action.run(String(new FormData(event.currentTarget).get('reason')));
  };
  return (
    <form className="asking" onSubmit={submit}>
      {children}
      <label className="label">
        Reason
        <input className="input" name="reason" maxLength={200} required autoComplete="off" />
      </label>
      <span className="row">
        <button className="btn btn-small btn-danger" type="submit" aria-busy={action.busy || undefined}>
          {label}
        </button>
        <button className="btn btn-small" type="button" onClick={close}>
          Leave it
        </button>
      </span>
      <div role="alert">{action.error && <p className="error">{action.error.message}</p>}</div>
    </form>
  );
}

/** Asked of Identity when somebody wants it: we store no address. */
function Email({ orderId }: { orderId: string }) {
  const [email, setEmail] = useState<string | null>();
  const ask = useAction(async () => {
    const asked = await callApi('GET', `/api/desk/orders/${orderId}`, { response: deskOrderDetailsSchema });
    if (asked.ok) setEmail(asked.data.email);
    return asked;
  });
  if (email !== undefined) {
    return (
      <output>{email === null ? 'No address at the moment' : <a href={`mailto:${email}`}>{email}</a>}</output>
    );
  }
  return (
    <>
      <button
        className="btn-link"
        type="button"
        aria-busy={ask.busy || undefined}
        onClick={() => void ask.run()}
      >
        E-mail
      </button>
      <div role="alert">{ask.error && <p className="error">{ask.error.message}</p>}</div>
    </>
  );
}
