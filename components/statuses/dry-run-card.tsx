import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { SearchField } from "@/components/ui/search-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextLink } from "@/components/ui/text-link";
import type { StatusPlan } from "@/lib/features/clients/workflows/schema";
import { StatusPlanList } from "./status-plan-list";

type DryRunCardProps = {
  /** Clients found by what was typed; null while nobody was looked for. */
  found: { text: string; clients: readonly { id: string; name: string; detail: string | null }[] } | null;
  preview: { client: { name: string }; plan: StatusPlan } | null;
  values: Record<string, string>;
};

/** What a status would do to one client, without doing it. */
export function DryRunCard({ found, preview, values }: DryRunCardProps) {
  const t = useTranslations("statuses.dryRun");
  return (
    <Card title={t("title")}>
      <p className="mb-3 text-muted">{t("body")}</p>
      <form className="flex items-end gap-2">
        <div className="min-w-0 flex-1">
          <SearchField name="find" label={t("find")} placeholder={t("find")} defaultValue={found?.text ?? ""} />
        </div>
        <SubmitButton variant="secondary">{t("search")}</SubmitButton>
      </form>
      {found && (
        <ul className="mt-3 grid gap-1.5">
          {found.clients.map(({ id, name, detail }) => (
            <li key={id} className="[overflow-wrap:anywhere]">
              <TextLink href={`?client=${id}`}>{`${name} (${detail})`}</TextLink>
            </li>
          ))}
          {found.clients.length === 0 && <li className="text-muted">{t("none")}</li>}
        </ul>
      )}
      {preview && (
        <section className="mt-4 grid gap-2">
          <h3 className="font-medium">{t("for", { name: preview.client.name })}</h3>
          <StatusPlanList plan={preview.plan} values={values} />
        </section>
      )}
    </Card>
  );
}
