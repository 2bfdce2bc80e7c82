import type { Metadata } from 'next';
import { Orders } from './_components/orders';

export const metadata: Metadata = { title: 'Your tickets', robots: { index: false } };

/** Private: what this browser's session may see is asked by the browser. */
export default function OrdersPage() {
  return <Orders />;
}
