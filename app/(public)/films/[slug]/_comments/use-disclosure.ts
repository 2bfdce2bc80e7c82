'use client';

import { useEffect, useRef, useState } from 'react';

/** A question that opens in place of its button; when it closes, the button has the focus again. */
export function useDisclosure() {
  const [asking, setAsking] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const wasAsking = useRef(false);
  useEffect(() => {
    if (wasAsking.current && !asking) opener.current?.focus();
    wasAsking.current = asking;
  }, [asking]);
  return { asking, opener, ask: () => setAsking(true), close: () => setAsking(false) };
}
