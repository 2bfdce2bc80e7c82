'use client';

import { type ReactNode, useState } from 'react';

let wasOpen = false;

/** On a phone, search and filters behind one button (the style sheet decides); wide, and without a script, they are there. */
export function ToolsFold({ count, children }: { count: number; children: ReactNode }) {
  // Remounted between `/` and `/programme`; what was open stays open.
  const [open, setOpen] = useState(() => wasOpen);
  const toggle = () => {
    wasOpen = !open;
    setOpen(!open);
  };
  return (
    <>
      <button
        type="button"
        className="tools-button"
        aria-expanded={open}
        aria-controls="tools"
        onClick={toggle}
      >
        {count > 0 ? `Filters, ${count}` : 'Search and filters'}{' '}
        <span className="chevron" aria-hidden="true" />
      </button>
      <div id="tools" className={open ? 'tools-panel open' : 'tools-panel'}>
        {children}
      </div>
    </>
  );
}
