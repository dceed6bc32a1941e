import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { KeyForm } from "@/components/api/key-form";
import { PageHeader } from "@/components/ui/page-header";
import { makeApiKeyAction } from "@/lib/features/api/keys/actions";
import { LIFETIMES } from "@/lib/features/api/keys/schema";
import { fieldsOf, RESOURCE_NAMES } from "@/lib/features/api/resources/schema";
import { findSetting } from "@/lib/features/settings/queries";
import { paths } from "@/lib/paths";
import { admit } from "@/lib/platform/access/admit";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("api"))("new.title") };
}

export default async function NewApiKeyPage() {
  await admit("api.make-key");
  const [terms, t] = await Promise.all([findSetting("terminology"), getTranslations("api")]);
  const values = {
    clients: terms.client.plural,
    centers: terms.center.plural,
    practitioners: terms.practitioner.plural,
    sessions: terms.session.plural,
    events: terms.trainingEvent.plural,
  };
  const resources = RESOURCE_NAMES.map((resource) => ({
    resource,
    label: t(`resources.${resource}`, values),
    fields: fieldsOf(resource),
    ticked: resource === "testimonials",
  }));
  const lifetimes = LIFETIMES.map((days) => ({
    value: days,
    label: days === "365" ? t("new.year") : t("new.days", { count: Number(days) }),
  }));
  return (
    <>
      <PageHeader title={t("new.title")} back={{ href: paths.staff.admin.api, label: t("title") }} />
      <KeyForm resources={resources} lifetimes={lifetimes} action={makeApiKeyAction} />
    </>
  );
}
