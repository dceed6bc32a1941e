"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { FileField } from "@/components/ui/file-field";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { ProgressBar } from "@/components/ui/progress-bar";
import { SubmitButton } from "@/components/ui/submit-button";
import type { DocumentItem } from "@/lib/features/documents/copy";
import type { ActionResult, ServerAction } from "@/lib/platform/action-state";
import { addressOfNewer, sendFile } from "./send-file";

type DocumentReplaceFormProps = { item: DocumentItem; onDone: () => void };

/** Puts a newer file in a document's place. */
export function DocumentReplaceForm({ item, onDone }: DocumentReplaceFormProps) {
  const t = useTranslations("documents");
  const upload = useTranslations("files.upload");
  const router = useRouter();
  const [progress, setProgress] = useState<{ sent: number; of: number } | null>(null);
  const refused = (message: string): ActionResult<never> => ({
    ok: false,
    refusal: { code: "refused", message, fields: { file: message } },
    submitted: {},
  });
  const replace: ServerAction = async (_state, form) => {
    const file = form.get("file");
    if (!(file instanceof File)) return refused(t("replaceFile"));
    const sent = await sendFile(addressOfNewer(item.id, file), file, (bytes) =>
      setProgress({ sent: bytes, of: file.size }),
    );
    setProgress(null);
    return sent.ok ? { ok: true, data: null, message: t("replaced") } : refused(sent.message ?? upload("network"));
  };
  const finish = () => {
    router.refresh();
    onDone();
  };
  return (
    <Form action={replace} onDone={finish}>
      <p className="mb-3 text-muted">{t("replaceHelp")}</p>
      <FileField name="file" label={t("replaceFile")} help={t("help")} required />
      {progress && (
        <ProgressBar label={upload("uploading", { name: item.name })} value={progress.sent} max={progress.of} />
      )}
      <FormActions>
        <SubmitButton>{t("replace")}</SubmitButton>
        <Button onPress={onDone}>{t("cancel")}</Button>
      </FormActions>
    </Form>
  );
}
