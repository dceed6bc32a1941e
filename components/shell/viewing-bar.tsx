import { Eye } from "lucide-react";
import { useTranslations } from "next-intl";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { ServerAction } from "@/lib/platform/action-state";

type ViewingBarProps = { name: string; clientId: string; leave: ServerAction };

/** Says that a member of staff sees what somebody else would, that nothing can be done so, and leads back. */
export function ViewingBar({ name, clientId, leave }: ViewingBarProps) {
  const t = useTranslations("shell");
  return (
    <section
      aria-label={t("viewing.label")}
      className="sticky top-0 z-40 flex min-h-10 flex-wrap items-center gap-x-3 gap-y-1 bg-warning px-4 py-1 text-on-warning print:hidden"
    >
      <Eye aria-hidden className="size-4 shrink-0" />
      <p className="font-medium">{t("viewing.as", { name })}</p>
      <p className="mr-auto">{t("viewing.body")}</p>
      <Form action={leave}>
        <input type="hidden" name="clientId" value={clientId} />
        <SubmitButton size="sm" variant="secondary">
          {t("viewing.leave")}
        </SubmitButton>
      </Form>
    </section>
  );
}
