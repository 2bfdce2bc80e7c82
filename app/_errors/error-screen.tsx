'use client';

import { useState } from 'react';
import { cinema } from '@/lib/cinema';
import { decodeDigest } from './error-digest';

const words = {
  database: {
    heading: 'We can’t load this page right now.',
    text: 'Films, times and comments are safe; we just can’t load them at the moment. Try again in a minute. If it happens again, write to us and quote this number.',
  },
  unknown: {
    heading: 'Something went wrong on our side.',
    text: 'Nothing of yours is lost. Try again in a minute; if it happens twice, write to us and quote this number.',
  },
};

/** What `error.tsx` and `global-error.tsx` say. */
export function Failure({ digest, retry }: { digest: string | undefined; retry: () => void }) {
  const { kind, requestId } = decodeDigest(digest);
  const { heading, text } = words[kind];
  return (
    <section className="state" role="alert">
      <p className="name">Error</p>
      <div>
        <h1>{heading}</h1>
        <p className="read">{text}</p>
        <div className="row">
          <button className="btn btn-primary" type="button" onClick={retry}>
            Try again
          </button>
          <a className="btn" href={`mailto:${cinema.email}`}>
            Write to us
          </a>
        </div>
        {requestId && (
          <p className="row">
            <CopyRequestId requestId={requestId} />
          </p>
        )}
      </div>
    </section>
  );
}

/** The request id to quote to the cinema, with a button that copies it. */
function CopyRequestId({ requestId }: { requestId: string }) {
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
