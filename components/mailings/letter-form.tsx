import { useTranslations } from "next-intl";
import { LetterFields } from "@/components/templates/letter-fields";
import type { VariableChoice } from "@/components/templates/variable-choice";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { SubmitButton } from "@/components/ui/submit-button";
import type { ClientSelection } from "@/lib/features/clients/schema";
import type { KeptLetter } from "@/lib/features/mailings/drafts/commands";
import type { Letter } from "@/lib/features/templates/schema";
import type { ServerAction } from "@/lib/platform/action-state";
import { DraftKeeper } from "./draft-keeper";

/** A letter that is being written: new ones have no id yet and bring the choice of clients along. */
export type LetterDraft = Letter & {
  mailingId: string | null;
  version: number;
  editor: string;
  templateId: string | null;
  selection: ClientSelection | null;
};

type LetterFormProps = {
  draft: LetterDraft;
  variables: readonly VariableChoice[];
  actions: { write: ServerAction<unknown>; keep: ServerAction<KeptLetter> };
  zone: string;
};

/** Subject and text of a mailing; what is typed keeps itself. */
export function LetterForm({ draft, variables, actions, zone }: LetterFormProps) {
  const t = useTranslations("mailings.letter");
  return (
    <Form action={actions.write} className="block max-w-3xl">
      <input type="hidden" name="editor" value={draft.editor} />
      <input type="hidden" name="templateId" value={draft.templateId ?? ""} />
      {draft.selection && <SelectionFields selection={draft.selection} />}
      <LetterFields letter={draft} variables={variables} />
      <p className="text-muted">{t("nothingSent")}</p>
      <DraftKeeper keep={actions.keep} draft={draft} zone={zone} />
      <FormActions sticky>
        <SubmitButton>{t("continue")}</SubmitButton>
        <SubmitButton variant="secondary" name="intent" value="draft">
          {t("draft")}
        </SubmitButton>
      </FormActions>
    </Form>
  );
}

function SelectionFields({ selection }: { selection: ClientSelection }) {
  const { all, ids, except, filter, q } = selection;
  return (
    <>
      {all && <input type="hidden" name="all" value="true" />}
      {filter && <input type="hidden" name="filter" value={filter} />}
      {q && <input type="hidden" name="q" value={q} />}
      {ids.map((id) => (
        <input key={id} type="hidden" name="ids[]" value={id} />
      ))}
      {except.map((id) => (
        <input key={id} type="hidden" name="except[]" value={id} />
      ))}
    </>
  );
}
