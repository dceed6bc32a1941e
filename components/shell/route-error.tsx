"use client";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";

/** A page that broke, with another try. */
export function RouteError({ reference, retry }: { reference?: string; retry: () => void }) {
  const t = useTranslations("ui");
  return (
    <ErrorState
      reference={reference}
      action={
        <Button variant="primary" onPress={retry}>
          {t("tryAgain")}
        </Button>
      }
    />
  );
}
