"use client";
import { Upload } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { FileField } from "@/components/ui/file-field";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { SubmitButton } from "@/components/ui/submit-button";
import { paths } from "@/lib/paths";
import type { ActionResult, ServerAction } from "@/lib/platform/action-state";

type Uploaded = { operationId: string };

const MAX_BYTES = 50_000_000;

/** Sends a file as it is, without a copy of it in the browser's memory. */
export function ImportUploadForm() {
  const t = useTranslations("imports.upload");
  const router = useRouter();

  const refused = (code: string, message: string): ActionResult<never> => ({
    ok: false,
    refusal: { code, message, fields: { file: message } },
    submitted: {},
  });
  const upload: ServerAction<Uploaded> = async (_state, form) => {
    const file = form.get("file");
    if (!(file instanceof File) || file.size === 0) return refused("file_missing", t("missing"));
    if (file.size > MAX_BYTES) return refused("file_too_large", t("tooLarge", { max: MAX_BYTES / 1_000_000 }));
    const address = `${paths.api.imports}?name=${encodeURIComponent(file.name)}`;
    const answer = await fetch(address, { method: "POST", body: file }).catch(() => null);
    const body = await answer?.json().catch(() => null);
    if (!answer?.ok || !body) return refused(body?.code ?? "failed", body?.detail ?? t("failed"));
    return { ok: true, data: body, message: null };
  };
  return (
    <Form action={upload} onDone={({ operationId }) => router.push(paths.staff.admin.importOf(operationId))}>
      <FileField
        name="file"
        label={t("file")}
        help={t("help", { max: MAX_BYTES / 1_000_000 })}
        accept=".csv,.txt,.tsv,text/csv,text/plain"
        required
      />
      <FormActions>
        <SubmitButton icon={<Upload aria-hidden />}>{t("submit")}</SubmitButton>
      </FormActions>
    </Form>
  );
}
