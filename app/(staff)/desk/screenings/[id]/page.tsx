import type { Metadata } from 'next';
import { ScreeningOrders } from '../../_components/screening-orders';

export const metadata: Metadata = { title: 'Desk: a screening', robots: { index: false } };

/** A screening's orders for staff. What is in it is asked by the browser, with its own session. */
export default async function DeskScreeningPage({ params }: PageProps<'/desk/screenings/[id]'>) {
  return <ScreeningOrders id={(await params).id} />;
}
