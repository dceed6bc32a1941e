import { LoaderCircle } from "lucide-react";

/** A turning ring beside words that already say what is going on, so it stays silent itself. */
export function Spinner() {
  return <LoaderCircle aria-hidden className="size-4 animate-spin" />;
}
