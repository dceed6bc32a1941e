"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { ServerAction } from "@/lib/platform/action-state";
import { type SavedQueryFields, SavedQueryInputs } from "./saved-query-inputs";

export type SavedFilterServerActions = {
  save: ServerAction<{ id: string }>;
  replace: ServerAction<{ id: string }>;
  share: ServerAction;
  remove: ServerAction;
};

type SavedFilterActionsProps = {
  saved: { id: string; name: string; shared: boolean; edited: boolean };
  path: string;
  query: SavedQueryFields;
  actions: SavedFilterServerActions;
};

/** What its owner can do with the saved filter that is shown: save what changed, share, delete. */
export function SavedFilterActions({ saved, path, query, actions }: SavedFilterActionsProps) {
  const t = useTranslations("saved-filters");
  const router = useRouter();
  const id = <input type="hidden" name="id" value={saved.id} />;
  return (
    <>
      {saved.edited && (
        <Form action={actions.replace} className="contents" onDone={() => router.push(`${path}?saved=${saved.id}`)}>
          {id}
          <SavedQueryInputs query={query} />
          <SubmitButton size="sm" variant="secondary">
            {t("save")}
          </SubmitButton>
        </Form>
      )}
      <Form action={actions.share} className="contents">
        {id}
        <input type="hidden" name="shared" value={String(!saved.shared)} />
        <SubmitButton size="sm" variant="ghost">
          {t(saved.shared ? "unshare" : "shareNow")}
        </SubmitButton>
      </Form>
      <ConfirmDialog
        title={t("deleteTitle", { name: saved.name })}
        trigger={
          <Button size="sm" variant="ghost">
            {t("delete")}
          </Button>
        }
        action={actions.remove}
        confirmLabel={t("delete")}
      >
        {id}
        {t("deleteBody")}
      </ConfirmDialog>
    </>
  );
}
