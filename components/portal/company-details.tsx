import { useTranslations } from "next-intl";
import { DefinitionList } from "@/components/ui/definition-list";
import type { CompanyDetails as Details } from "@/lib/features/clients/portal/schema";
import { displayPhone } from "@/lib/values/phone";

function addressOf({ addressLine1, addressLine2, city, state, postalCode }: Details): string {
  const place = [city, [state, postalCode].filter(Boolean).join(" ")].filter(Boolean).join(", ");
  return [addressLine1, addressLine2, place].filter(Boolean).join("\n");
}

/** A client's details to read. */
export function CompanyDetails({ details, isPerson }: { details: Details; isPerson: boolean }) {
  const t = useTranslations("portal.fields");
  const business = [
    { term: t("legalName"), value: details.legalName },
    { term: t("website"), value: details.website },
    { term: t("industry"), value: details.industry },
    { term: t("employeeCount"), value: details.employeeCount },
  ];
  return (
    <DefinitionList
      items={[
        { term: t(isPerson ? "personName" : "companyName"), value: details.name, wide: true },
        { term: t("address"), value: addressOf(details), wide: true },
        { term: t("phone"), value: details.phone && displayPhone(details.phone) },
        { term: t("email"), value: details.email },
        ...(isPerson ? [] : business),
      ]}
    />
  );
}
