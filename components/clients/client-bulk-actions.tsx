"use client";
import { useTranslations } from "next-intl";
import { BulkBar } from "@/components/ui/bulk-bar";
import { Form } from "@/components/ui/form";
import { LinkButton } from "@/components/ui/link-button";
import { useSelection } from "@/components/ui/selection";
import { SelectionInputs } from "@/components/ui/selection-inputs";
import { SubmitButton } from "@/components/ui/submit-button";
import { MOST_IDS_IN_ADDRESS, selectionQuery } from "@/lib/features/clients/selection/rules";
import { paths } from "@/lib/paths";
import type { ServerAction } from "@/lib/platform/action-state";

type ClientBulkActionsProps = {
  /** The filter and search that "all that match" means. */
  listed: { filter?: string; q?: string };
  updateLabel: string;
  /** Takes a choice that no address can hold; null for people who may not write to many. */
  startMailing: ServerAction<unknown> | null;
};

/** What can be done with the ticked clients: write to them, change one of their fields. */
export function ClientBulkActions({ listed, updateLabel, startMailing }: ClientBulkActionsProps) {
  const t = useTranslations("clients");
  const { all, ids, except } = useSelection();
  const query = selectionQuery({ all, ids: [...ids], except: [...except], ...listed });
  const fits = (all ? except : ids).size <= MOST_IDS_IN_ADDRESS;
  return (
    <BulkBar>
      {startMailing && fits && (
        <LinkButton size="sm" variant="primary" href={`${paths.staff.mailings}/new?${query}`}>
          {t("bulk.email")}
        </LinkButton>
      )}
      {startMailing && !fits && (
        <Form action={startMailing} className="block">
          <Chosen listed={listed} />
          <SubmitButton size="sm">{t("bulk.email")}</SubmitButton>
        </Form>
      )}
      {fits && (
        <LinkButton size="sm" href={paths.staff.update("clients", query)}>
          {updateLabel}
        </LinkButton>
      )}
    </BulkBar>
  );
}

function Chosen({ listed }: Pick<ClientBulkActionsProps, "listed">) {
  return (
    <>
      <SelectionInputs />
      {listed.filter && <input type="hidden" name="filter" value={listed.filter} />}
      {listed.q && <input type="hidden" name="q" value={listed.q} />}
    </>
  );
}
