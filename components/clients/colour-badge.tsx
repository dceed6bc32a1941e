import { useTranslations } from "next-intl";
import type { ClientColour } from "@/lib/features/clients/colours/rules";
import { ColourDot } from "./colour-dot";

/** The client's colour in the calendar of whoever looks. */
export function ColourBadge({ colour }: { colour: ClientColour }) {
  const t = useTranslations("clients.colour");
  const name = t("mine", { colour: t(colour) });
  return (
    <span title={name} className="inline-flex align-middle">
      <ColourDot colour={colour} />
      <span className="sr-only">{name}</span>
    </span>
  );
}
