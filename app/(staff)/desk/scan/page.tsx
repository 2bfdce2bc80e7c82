import type { Metadata } from 'next';
import { Scanner } from '../_components/scanner';

export const metadata: Metadata = { title: 'Door', robots: { index: false } };

/** The door: tickets are typed, or scanned by a device that types. */
export default function ScanPage() {
  return <Scanner />;
}
