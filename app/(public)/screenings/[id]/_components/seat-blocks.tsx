'use client';

import { useEffect, useRef, useState } from 'react';
import { formatMoney } from '@/app/_format/numbers';
import type { Seat } from '@/lib/seating/schema';
import { type Block, blocksOf } from './blocks-of';
import { SeatMap, type SeatMapProps } from './seat-map';

interface SeatBlocksProps extends SeatMapProps {
  isFree(seat: Seat): boolean;
}

/** A plan with more seats than anybody can look over: first where to sit, then the seats there. */
export function SeatBlocks({ isFree, ...map }: SeatBlocksProps) {
  const [start, setStart] = useState<string | null>(null);
  const [last, setLast] = useState<string | null>(null);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Coming back from the seats: where one left.
    if (start === null && last !== null)
      list.current?.querySelector<HTMLElement>(`[data-block="${last}"]`)?.focus();
  }, [start, last]);

  if (start !== null) {
    return (
      <SeatMap {...map} start={start}>
        <button className="btn btn-small" type="button" onClick={() => setStart(null)}>
          All parts
        </button>
      </SeatMap>
    );
  }
  return (
    <div ref={list} className="blocks">
      <p className="screen-side">Screen</p>
      {blocksOf(map.plan, isFree).map(({ zone, label, blocks }) => {
        const price = map.sale.zones.find(({ id }) => id === zone)?.prices[0];
        return (
          <fieldset key={zone} aria-label={label}>
            <p className="zone">
              {label}
              {price && `, ${formatMoney(price)}`}
            </p>
            <div>
              {blocks.map((block) => (
                <button
                  key={block.part}
                  className="block"
                  type="button"
                  data-block={`${zone} ${block.part}`}
                  onClick={() => {
                    setLast(`${zone} ${block.part}`);
                    setStart(block.start);
                  }}
                >
                  <b>{block.part}</b> <span className="small">{formatFree(block)}</span>
                </button>
              ))}
            </div>
          </fieldset>
        );
      })}
    </div>
  );
}

function formatFree({ freeCount }: Block): string {
  return freeCount === 0 ? 'full' : `${freeCount} free`;
}
