"use client";
import { useTranslations } from "next-intl";
import { useSelection } from "./selection";

/** The box in the table's head: ticks or clears this page. */
export function SelectPage() {
  const t = useTranslations("ui");
  const { pageIds, has, set } = useSelection();
  const chosen = pageIds.filter(has).length;
  const every = chosen > 0 && chosen === pageIds.length;
  return (
    <input
      type="checkbox"
      aria-label={t("selectPage")}
      checked={every}
      ref={(box) => {
        if (box) box.indeterminate = chosen > 0 && !every;
      }}
      onChange={() => set(pageIds, !every)}
      className="tick align-middle"
    />
  );
}
