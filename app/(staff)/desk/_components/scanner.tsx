'use client';

import Link from 'next/link';
import { type SubmitEvent, useRef, useState } from 'react';
import * as z from 'zod/mini';
import { useAction } from '@/app/_components/form/use-action';
import { callApi } from '@/app/_session/api';
import { type CheckIn, checkInSchema } from '@/lib/orders/desk-schema';
import { StaffOnly } from './desk-frame';
import { ReasonedAct } from './order-acts';
import { ScanAnswer } from './scan-answer';

/** The door: takes one code after the other, typed or from a scanner that types and ends with Enter. */
export function Scanner() {
  return (
    <StaffOnly name="Door" permission="desk:check-in">
      <Door />
    </StaffOnly>
  );
}

/** A scan whose answer was lost is sent again as the same scan: it never counts twice. */
interface Scan {
  code: string;
  door: string;
  scanId: string;
}

function Door() {
  const codeField = useRef<HTMLInputElement>(null);
  const lost = useRef<Scan | null>(null);
  const [answer, setAnswer] = useState<CheckIn | null>(null);
  const [undone, setUndone] = useState(false);
  const scan = useAction(async (next: Scan) => {
    const same = lost.current?.code === next.code && lost.current.door === next.door ? lost.current : next;
    lost.current = same;
    setAnswer(null);
    setUndone(false);
    const decided = await callApi('POST', '/api/desk/check-ins', { body: same, response: checkInSchema });
    if (!decided.ok) return decided;
    lost.current = null;
    setAnswer(decided.data);
    if (codeField.current) codeField.current.value = '';
    return decided;
  });
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const [code, door] = [String(form.get('code')).trim(), String(form.get('door')).trim()];
    codeField.current?.focus();
    void scan.run({ code, door, scanId: crypto.randomUUID() });
  };
  return (
    <section className="desk">
      <div className="page-header">
        <p className="kicker">
          <Link href="/desk">Desk</Link> / Door
        </p>
        <h1>Door</h1>
      </div>
      <form className="row desk-search" onSubmit={submit}>
        <label htmlFor="door">Door</label>
        <input className="input" id="door" name="door" defaultValue="Entrance" maxLength={60} required />
        <label htmlFor="code">Code</label>
        <input
          ref={codeField}
          className="input"
          id="code"
          name="code"
          maxLength={100}
          required
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
        />
        <button className="btn btn-primary" type="submit" aria-busy={scan.busy || undefined}>
          Check
        </button>
      </form>
      <div role="alert">
        {scan.error && (
          <p className="error">{scan.error.message} Nobody was let in by this scan yet: check it again.</p>
        )}
        {answer && !undone && <ScanAnswer answer={answer} />}
        {undone && <p className="read">Undone: the ticket can come in again.</p>}
      </div>
      {answer?.outcome === 'admitted' && !undone && (
        <ReasonedAct
          key={answer.scanId}
          label="Undo"
          act={(reason) =>
            callApi('DELETE', `/api/desk/check-ins/${answer.scanId}`, {
              body: { reason },
              response: z.null(),
            })
          }
          onDone={() => setUndone(true)}
        />
      )}
    </section>
  );
}
