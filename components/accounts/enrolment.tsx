"use client";
import Image from "next/image";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { CodeField } from "@/components/ui/code-field";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { SubmitButton } from "@/components/ui/submit-button";
import type { ServerAction } from "@/lib/platform/action-state";
import { RecoveryCodes } from "./recovery-codes";

type EnrolmentProps = { qr: string; secret: string; action: ServerAction<string[]> };

/** The picture to scan, the first code, and then the recovery codes. */
export function Enrolment({ qr, secret, action }: EnrolmentProps) {
  const t = useTranslations("accounts");
  const [codes, setCodes] = useState<string[] | null>(null);
  if (codes) return <RecoveryCodes codes={codes} onSaved={() => setCodes(null)} />;
  return (
    <div className="flex flex-wrap items-start gap-6">
      <Image
        alt={t("own.qr")}
        src={`data:image/svg+xml;utf8,${encodeURIComponent(qr)}`}
        width={184}
        height={184}
        className="rounded-lg border border-border"
      />
      <div className="grid min-w-0 flex-[1_1_18rem] gap-4">
        <p>{t("own.scan")}</p>
        <p className="text-muted text-sm">
          {t("own.key")} <code className="break-all font-medium text-text">{secret.match(/.{1,4}/g)?.join(" ")}</code>
        </p>
        <Form action={action} onDone={setCodes}>
          <CodeField name="code" label={t("own.code")} required />
          <FormActions>
            <SubmitButton>{t("own.enrol")}</SubmitButton>
          </FormActions>
        </Form>
      </div>
    </div>
  );
}
