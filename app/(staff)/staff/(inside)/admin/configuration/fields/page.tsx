import type { Metadata } from "next";
import { FieldsSettings } from "@/components/custom-fields/fields-settings";
import { termValues } from "@/lib/features/clients/copy";
import { listCustomFields } from "@/lib/features/custom-fields/definitions/queries";
import { fieldsSearch } from "@/lib/features/custom-fields/definitions/schema";
import { changeClientFieldsAction } from "@/lib/features/settings/actions";
import { findSetting } from "@/lib/features/settings/queries";
import { admit } from "@/lib/platform/access/admit";

export const metadata: Metadata = { title: "Fields" };

export default async function FieldsPage({ searchParams }: PageProps<"/staff/admin/configuration/fields">) {
  const actor = await admit("settings.edit");
  const { of: record = "client" } = fieldsSearch.parse(await searchParams);
  const [fields, { mandatory }, terms] = await Promise.all([
    listCustomFields(actor, record),
    findSetting("clientFields"),
    findSetting("terminology"),
  ]);
  return (
    <FieldsSettings
      view={{ record, fields, mandatory }}
      terms={terms}
      values={termValues(terms)}
      changeMandatory={changeClientFieldsAction}
    />
  );
}
