"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { Button } from "@/components/ui/button";

/** The codes that stand in for a lost authenticator, shown this one time. */
export function RecoveryCodes({ codes, onSaved }: { codes: readonly string[]; onSaved: () => void }) {
  const t = useTranslations("accounts");
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  // In one transition, so that the codes stay until the page knows the second step as it is now.
  const finish = () =>
    startTransition(() => {
      router.refresh();
      onSaved();
    });
  return (
    <div role="status" className="grid max-w-2xl gap-3">
      <p className="font-medium">{t("own.codesTitle")}</p>
      <p className="text-muted">{t("own.codesBody")}</p>
      <ul className="grid grid-cols-1 gap-x-6 gap-y-1 rounded-lg border border-border bg-bg p-4 font-medium tabular-nums sm:grid-cols-2">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div>
        <Button variant="primary" pending={pending} onPress={finish}>
          {t("own.codesSaved")}
        </Button>
      </div>
    </div>
  );
}
