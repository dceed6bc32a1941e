import type { ClientColour } from "@/lib/features/clients/colours/rules";

const FILLS: Record<ClientColour, string> = {
  teal: "bg-tag-teal",
  blue: "bg-tag-blue",
  violet: "bg-tag-violet",
  pink: "bg-tag-pink",
  red: "bg-tag-red",
  amber: "bg-tag-amber",
  lime: "bg-tag-lime",
  slate: "bg-tag-slate",
};

/** A patch of a client's colour; its name stands beside it. */
export function ColourDot({ colour }: { colour: ClientColour }) {
  return <span aria-hidden className={`size-4 shrink-0 rounded-full border border-strong ${FILLS[colour]}`} />;
}
