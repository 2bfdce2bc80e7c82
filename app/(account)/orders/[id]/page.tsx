import type { Metadata } from 'next';
import { OrderDetails } from '../_components/order-details';

export const metadata: Metadata = { title: 'Your order', robots: { index: false } };

/** Private: what this browser's session may see is asked by the browser. */
export default async function OrderPage({ params }: PageProps<'/orders/[id]'>) {
  return <OrderDetails id={(await params).id} />;
}
