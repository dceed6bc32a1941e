import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Form } from "@/components/ui/form";
import { PageHeader } from "@/components/ui/page-header";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { ActionCodeRow as ActionCode } from "@/lib/features/messages/action-codes/schema";
import { paths } from "@/lib/paths";
import type { ServerAction } from "@/lib/platform/action-state";
import { ActionCodeRow } from "./action-code-row";

type ActionCodesPanelProps = {
  codes: readonly ActionCode[];
  actions: { add: ServerAction; rename: ServerAction; archive: ServerAction };
};

/** The administrator's list of what messages can be about. */
export function ActionCodesPanel({ codes, actions }: ActionCodesPanelProps) {
  const t = useTranslations("messages.codes");
  const settings = useTranslations("settings.configuration");
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("body")}
        back={{ href: paths.staff.admin.configuration, label: settings("title") }}
      />
      <div className="grid max-w-3xl gap-4">
        <Card title={t("new")}>
          <Form action={actions.add} reset className="flex flex-wrap items-start gap-3">
            <div className="min-w-0 flex-1 basis-56">
              <TextField name="name" label={t("name")} maxLength={60} required />
            </div>
            <div className="pt-[1.625rem]">
              <SubmitButton>{t("add")}</SubmitButton>
            </div>
          </Form>
        </Card>
        <Card title={t("title")} padded={false}>
          {codes.length === 0 ? (
            <EmptyState title={t("emptyTitle")} body={t("emptyBody")} />
          ) : (
            <ul aria-label={t("title")} className="divide-y divide-border">
              {codes.map((code) => (
                <ActionCodeRow key={code.id} code={code} rename={actions.rename} archive={actions.archive} />
              ))}
            </ul>
          )}
        </Card>
      </div>
    </>
  );
}
