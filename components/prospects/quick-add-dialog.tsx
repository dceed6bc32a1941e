"use client";
import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { LinkButton } from "@/components/ui/link-button";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { paths } from "@/lib/paths";
import type { ServerAction } from "@/lib/platform/action-state";

type QuickAddDialogProps = {
  action: ServerAction<{ id: string; name: string }>;
  values: Record<string, string>;
};

/** A name and one way to reach them: all it takes, and the page of the new prospect opens. */
export function QuickAddDialog({ action, values }: QuickAddDialogProps) {
  const t = useTranslations("prospects.add");
  const router = useRouter();
  return (
    <Dialog
      title={t("title", values)}
      trigger={
        <Button variant="primary">
          <Plus aria-hidden />
          {t("title", values)}
        </Button>
      }
    >
      {(close) => (
        <Form
          action={action}
          onDone={({ id }) => {
            close();
            router.push(paths.staff.prospect(id));
          }}
        >
          <TextField name="name" label={t("name")} autoComplete="off" maxLength={200} required autoFocus />
          <TextField name="reach" label={t("reach")} help={t("reachHelp")} autoComplete="off" maxLength={254} />
          <FormActions>
            <SubmitButton>{t("save", values)}</SubmitButton>
            <LinkButton variant="ghost" href={paths.staff.newProspect}>
              {t("allFields")}
            </LinkButton>
          </FormActions>
        </Form>
      )}
    </Dialog>
  );
}
