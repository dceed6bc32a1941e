"use client";
import { useLocale, useTranslations } from "next-intl";
import { useContext } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { FormContext } from "@/components/ui/form-context";
import { formatDateTime } from "@/lib/values/format";
import { parseInstant } from "@/lib/values/instant";
import { localeOf } from "@/lib/values/locale";

type DraftNoticeProps = { savedAt: string; zone: string; stale: boolean; discard: () => Promise<void> };

/** Says that the fields show a draft and not the record, with the way back to the record. */
export function DraftNotice({ savedAt, zone, stale, discard }: DraftNoticeProps) {
  const t = useTranslations("drafts");
  const locale = useLocale();
  const { refusal } = useContext(FormContext);
  if (refusal?.conflict) return null;
  const at = parseInstant(savedAt);
  const time = at ? formatDateTime(at, { locale: localeOf(locale), zone }) : "";
  return (
    <div className="mb-4">
      <Banner
        tone={stale ? "warning" : "info"}
        action={
          <Button size="sm" onPress={() => void discard()}>
            {t("discard")}
          </Button>
        }
      >
        <p>{t(stale ? "restoredStale" : "restored", { time })}</p>
      </Banner>
    </div>
  );
}
