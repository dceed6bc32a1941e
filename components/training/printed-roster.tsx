"use client";
import { Printer } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import type { RosterRow } from "@/lib/features/training/registrations/schema";
import { eventWhen } from "@/lib/features/training/rules";
import type { EventView } from "@/lib/features/training/schema";
import { paths } from "@/lib/paths";

/** The list that lies at the door: who has a place, with room to sign. */
export function PrintedRoster({ event, rows }: { event: EventView; rows: RosterRow[] }) {
  const t = useTranslations("training.staff");
  const cell = "border border-border px-2 py-2 text-left align-top";
  return (
    <>
      <PageHeader
        title={`${t("rosterTitle")}: ${event.title}`}
        facts={[eventWhen(event, "en"), event.location ?? event.centerName, t("rosterCount", { count: rows.length })]}
        back={{ href: paths.staff.event(event.id), label: event.title }}
        actions={
          <Button variant="primary" icon={<Printer aria-hidden />} onPress={() => window.print()}>
            {t("printNow")}
          </Button>
        }
      />
      <table className="w-full border-collapse">
        <caption className="sr-only">{t("rosterCaption")}</caption>
        <thead>
          <tr>
            {[t("place"), t("person"), t("client"), t("signature")].map((header) => (
              <th key={header} scope="col" className={`${cell} font-semibold`}>
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, place) => (
            <tr key={row.id} className="break-inside-avoid">
              <td className={`${cell} w-10 tabular-nums`}>{place + 1}</td>
              <td className={cell}>{row.name}</td>
              <td className={cell}>{row.client?.name ?? t("guest")}</td>
              <td className={`${cell} w-1/3`} />
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
