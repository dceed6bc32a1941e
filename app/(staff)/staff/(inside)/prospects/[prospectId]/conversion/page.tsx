import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ConversionReceipt } from "@/components/conversions/conversion-receipt";
import { termValues } from "@/lib/features/clients/copy";
import { undoConversionAction } from "@/lib/features/conversions/actions";
import { findConversion } from "@/lib/features/conversions/receipts/queries";
import { findSetting } from "@/lib/features/settings/queries";
import { admit } from "@/lib/platform/access/admit";
import { now } from "@/lib/platform/clock";
import { pageWords } from "@/lib/platform/i18n/words";
import { formatDateTime, formatDay } from "@/lib/values/format";
import { isBefore } from "@/lib/values/instant";

export const metadata: Metadata = { title: "Conversion" };

export default async function ConversionPage({ params }: PageProps<"/staff/prospects/[prospectId]/conversion">) {
  const actor = await admit("prospects.convert");
  const result = await findConversion(actor, (await params).prospectId);
  if (!result) notFound();
  const [terms, { timeZone: zone }, { locale }] = await Promise.all([
    findSetting("terminology"),
    findSetting("organization"),
    pageWords(),
  ]);
  const { at, undoUntil } = result;
  const until = undoUntil && isBefore(now(), undoUntil) ? formatDay(undoUntil, { locale, zone }) : null;
  return (
    <ConversionReceipt
      result={result}
      when={{ at: formatDateTime(at, { locale, zone, showZone: true }), until }}
      values={termValues(terms)}
      undo={undoConversionAction}
    />
  );
}
