'use client';

import { useRouter } from 'next/navigation';
import { startTransition } from 'react';
import { Failure } from './_errors/error-screen';

interface ErrorPageProps {
  error: Error & { digest?: string };
  reset: () => void;
}

export default function ErrorPage({ error, reset }: ErrorPageProps) {
  const router = useRouter();
  function retry() {
    // Asks the server again and shows its answer in one step, so that the old failure does not flash up between.
    startTransition(() => {
      router.refresh();
      reset();
    });
  }
  return <Failure digest={error.digest} retry={retry} />;
}
