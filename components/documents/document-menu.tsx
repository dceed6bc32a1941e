"use client";
import { Download, Ellipsis, Eye, History, Pencil, RefreshCw, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { Menu, type MenuEntry } from "@/components/ui/menu";
import { SubmitButton } from "@/components/ui/submit-button";
import type { DocumentItem } from "@/lib/features/documents/copy";
import { paths } from "@/lib/paths";
import type { ServerAction } from "@/lib/platform/action-state";
import { type DocumentChoices, DocumentEditForm } from "./document-edit-form";
import { DocumentPreview } from "./document-preview";
import { DocumentReplaceForm } from "./document-replace-form";
import { DocumentVersions } from "./document-versions";

export type DocumentActions = { edit: ServerAction; remove: ServerAction };

type DocumentMenuProps = {
  item: DocumentItem;
  choices: DocumentChoices;
  mayEdit: boolean;
  actions: DocumentActions;
};

type Window = "preview" | "edit" | "replace" | "versions" | "remove";

/** Everything that can be done with one document, and the windows it is done in. */
export function DocumentMenu({ item, choices, mayEdit, actions }: DocumentMenuProps) {
  const t = useTranslations("documents");
  const [open, setOpen] = useState<Window | null>(null);
  const close = () => setOpen(null);
  const entry = (id: Window, label: string, icon: MenuEntry["icon"]): MenuEntry => ({
    id,
    label,
    icon,
    onAction: () => setOpen(id),
  });
  const items: MenuEntry[] = [
    ...(item.isShowable ? [entry("preview", t("preview"), <Eye />)] : []),
    { id: "download", label: t("download"), icon: <Download />, href: paths.api.document(item.id) },
    ...(mayEdit ? [entry("edit", t("edit"), <Pencil />), entry("replace", t("replace"), <RefreshCw />)] : []),
    ...(item.versions.length > 1 ? [entry("versions", t("versions"), <History />)] : []),
    {
      ...entry("remove", t("remove"), <Trash2 />),
      tone: "danger",
      ...(item.mayRemove ? {} : { disabledReason: t("onlyAdministrators") }),
    },
  ];
  const titles: Record<Window, string> = {
    preview: item.name,
    edit: t("edit"),
    replace: t("replaceTitle", { name: item.name }),
    versions: t("versions"),
    remove: t("removeTitle", { name: item.name }),
  };
  return (
    <>
      <Menu label={t("actions", { name: item.name })} items={items} icon={<Ellipsis />} />
      <Dialog
        title={open ? titles[open] : ""}
        isOpen={open !== null}
        onOpenChange={(shown) => !shown && close()}
        wide={open === "preview"}
      >
        {open === "preview" && <DocumentPreview item={item} />}
        {open === "edit" && <DocumentEditForm item={item} choices={choices} action={actions.edit} onDone={close} />}
        {open === "replace" && <DocumentReplaceForm item={item} onDone={close} />}
        {open === "versions" && <DocumentVersions item={item} />}
        {open === "remove" && (
          <Form action={actions.remove} onDone={close}>
            <input type="hidden" name="documentId" value={item.id} />
            <p className="mb-3 text-muted">{t("removeBody")}</p>
            <FormActions>
              <SubmitButton variant="danger">{t("remove")}</SubmitButton>
              <Button onPress={close}>{t("cancel")}</Button>
            </FormActions>
          </Form>
        )}
      </Dialog>
    </>
  );
}
