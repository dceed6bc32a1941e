import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { LinkButton } from "@/components/ui/link-button";
import type { UpdatePageView } from "@/lib/features/updates/results/queries";
import { paths } from "@/lib/paths";

/** After clients were handed over: how many sessions to come stay where they were, and the way to move them, too. */
export function LeftSessionsBanner({ operation, view, values }: Pick<UpdatePageView, "operation" | "view" | "values">) {
  const t = useTranslations("updates.future");
  const { leftSessions: count, record, mayApply } = view;
  const { id, status } = operation;
  const applied = status === "APPLIED";
  if (!count || (status !== "PLANNED" && !applied)) return null;
  const to = record.shown ?? "";
  const move = paths.staff.update("sessions", `all=true&transfer=${id}&field=practitioner`);
  return (
    <Banner
      tone="warning"
      title={t(applied ? "applied" : "planned", { count, ...values })}
      action={
        applied &&
        mayApply &&
        record.value && (
          <LinkButton variant="secondary" href={`${move}&to=${record.value}`}>
            {t("move", { count, ...values })}
          </LinkButton>
        )
      }
    >
      {applied ? t("bodyApplied", { ...values, to }) : t("body", values)}
    </Banner>
  );
}
