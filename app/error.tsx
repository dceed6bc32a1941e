"use client";
import { RouteError } from "@/components/shell/route-error";

export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <main className="mx-auto max-w-2xl pt-12">
      <RouteError reference={error.digest} retry={reset} />
    </main>
  );
}
