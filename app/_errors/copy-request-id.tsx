'use client';

import { useState } from 'react';

/** The request id to quote to the cinema, with a button that copies it. */
export function CopyRequestId({ requestId }: { requestId: string }) {
  const [said, setSaid] = useState('');
  async function copy() {
    try {
      await navigator.clipboard.writeText(requestId);
      setSaid('Copied.');
    } catch {
      setSaid('Your browser won’t let us copy it. Select the number instead.');
    }
  }
  return (
    <>
      <code className="request-id">{requestId}</code>
      <button className="btn-link" type="button" onClick={() => void copy()}>
        Copy<span className="hidden"> the number</span>
      </button>
      <output className="small soft">{said}</output>
    </>
  );
}
