import { RouteNotFound } from "@/components/shell/route-not-found";

export default function NotFound() {
  return (
    <main className="mx-auto max-w-2xl pt-12">
      <RouteNotFound homeHref="/" />
    </main>
  );
}
