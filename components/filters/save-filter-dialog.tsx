"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { ServerAction } from "@/lib/platform/action-state";
import { type SavedQueryFields, SavedQueryInputs } from "./saved-query-inputs";

type SaveFilterDialogProps = {
  action: ServerAction<{ id: string }>;
  path: string;
  list: string;
  query: SavedQueryFields;
};

/** Gives what is shown a name, to be used again. */
export function SaveFilterDialog({ action, path, list, query }: SaveFilterDialogProps) {
  const t = useTranslations("saved-filters");
  const router = useRouter();
  return (
    <Dialog
      title={t("saveTitle")}
      trigger={
        <Button size="sm" variant="ghost">
          {t("saveAs")}
        </Button>
      }
    >
      {(close) => (
        <Form
          action={action}
          onDone={({ id }) => {
            close();
            router.push(`${path}?saved=${id}`);
          }}
        >
          <SavedQueryInputs query={query} />
          <input type="hidden" name="list" value={list} />
          <TextField name="name" label={t("name")} maxLength={80} required autoFocus />
          <Checkbox name="shared">{t("share")}</Checkbox>
          <FormActions>
            <SubmitButton>{t("saveButton")}</SubmitButton>
            <Button variant="ghost" onPress={close}>
              {t("cancel")}
            </Button>
          </FormActions>
        </Form>
      )}
    </Dialog>
  );
}
