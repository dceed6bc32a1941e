"use client";
import { Languages } from "lucide-react";
import { useLocale } from "next-intl";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { ServerAction } from "@/lib/platform/action-state";

// Each language is named in itself, so that those who need it can read it.
const NAMES = { en: "English", es: "Español" } as const;

/** Offers the other language; posts `language`. */
export function LanguageSwitch<Data>({ action }: { action: ServerAction<Data> }) {
  const locale = useLocale();
  const other = locale === "es" ? "en" : "es";
  return (
    <Form action={action} className="flex">
      <SubmitButton
        variant="ghost"
        name="language"
        value={other}
        icon={<Languages aria-hidden className="max-sm:hidden" />}
        className="px-2 max-sm:text-sm"
      >
        <span lang={other}>{NAMES[other]}</span>
      </SubmitButton>
    </Form>
  );
}
