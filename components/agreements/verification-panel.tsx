import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import type { Verification } from "@/lib/features/agreements/verification/schema";
import { paths } from "@/lib/paths";
import { VerificationCard } from "./verification-card";
import { VerifyForm } from "./verify-form";

/** The verify page: the question, or its answer. */
export function VerificationPanel({ verification }: { verification: Verification | null }) {
  const t = useTranslations("agreements.verify");
  if (verification?.outcome === "found") {
    return (
      <>
        <PageHeader title={t("title")} />
        <VerificationCard verification={verification} />
        <p className="mt-4">
          <TextLink href={paths.portal.verifyStart}>{t("another")}</TextLink>
        </p>
      </>
    );
  }
  return (
    <>
      <PageHeader title={t("title")} description={t("body")} />
      {verification?.outcome === "unknown" && (
        <Banner tone="warning" title={t("unknown")}>
          {t("unknownBody")}
        </Banner>
      )}
      {verification?.outcome === "too_many" && (
        <Banner tone="danger" title={t("tooMany")}>
          {t("tooManyBody")}
        </Banner>
      )}
      <VerifyForm />
    </>
  );
}
