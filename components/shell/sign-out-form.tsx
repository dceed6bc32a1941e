"use client";
import { LogOut } from "lucide-react";
import { useTranslations } from "next-intl";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { ServerAction } from "@/lib/platform/action-state";

/** Ends the visit. */
export function SignOutForm<Data>({ action }: { action: ServerAction<Data> }) {
  const t = useTranslations("shell");
  return (
    <Form action={action} className="grid">
      <SubmitButton variant="ghost" icon={<LogOut aria-hidden />} className="justify-start px-2">
        {t("signOut")}
      </SubmitButton>
    </Form>
  );
}
