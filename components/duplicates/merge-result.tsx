import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { Form } from "@/components/ui/form";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { SubmitButton } from "@/components/ui/submit-button";
import type { MergeResult as Result } from "@/lib/features/merges/schema";
import { paths } from "@/lib/paths";
import type { ServerAction } from "@/lib/platform/action-state";

type MergeResultProps = {
  result: Result;
  /** Days in words; null where there is none. */
  times: { at: string | null; until: string | null; undone: string | null };
  canUndo: boolean;
  terms: { client: string; clients: string };
  undo: ServerAction;
};

const TABLES = new Set(
  "contacts clients contact_emails relationships attendances client_practitioners former_numbers invoices payments custom_values documents follows pinned_notes stream_entries message_links portal_logins signatures registrations mailing_recipients tasks staff_notes not_duplicates".split(
    " ",
  ),
);
const REASONS = new Set(["changed", "used", "full"]);

/** What a merge did, and the way back. */
export function MergeResult({ result, times, canUndo, terms, undo }: MergeResultProps) {
  const t = useTranslations("duplicates.result");
  const duplicates = useTranslations("duplicates");
  const { kind, winner, status, left } = result;
  const isClient = kind === "client";
  const words = (table: string, count: number) =>
    t(`tables.${TABLES.has(table) ? table : "other"}`, { count, ...terms });
  const reasonOf = (reason: string) => {
    const [code = ""] = reason.split(":");
    return t(`reasons.${REASONS.has(code) ? code : "conflict"}`);
  };
  return (
    <>
      <PageHeader
        title={t(status === "UNDONE" ? "titleUndone" : "title", { name: winner.name })}
        back={{
          href: isClient ? paths.staff.admin.duplicateClients : paths.staff.admin.duplicates,
          label: duplicates("title"),
        }}
        facts={[result.by ? t("by", { name: result.by }) : t("byNobody"), times.at]}
        actions={
          <LinkButton
            href={isClient ? paths.staff.client(winner.id) : paths.staff.contact(winner.id)}
            variant="primary"
          >
            {t("open", { name: winner.name })}
          </LinkButton>
        }
      />
      <div className="grid max-w-3xl gap-4">
        <MergeState result={result} undone={times.undone} />
        {left.length > 0 && (
          <Card title={t("left")}>
            <p className="mb-2 text-muted">{t("leftBody")}</p>
            <ul className="list-disc pl-5">
              {left.map(({ table, reason, count }) => (
                <li key={table + reason}>
                  {words(table, count)}: {reasonOf(reason)}
                </li>
              ))}
            </ul>
          </Card>
        )}
        <Card title={t("moved")}>
          <ul className="list-disc pl-5">
            {result.moved.map(({ table, count }) => (
              <li key={table}>{words(table, count)}</li>
            ))}
          </ul>
        </Card>
        <UndoMergeForm result={result} until={times.until} canUndo={canUndo} undo={undo} />
      </div>
    </>
  );
}

function MergeState({ result, undone }: { result: Result; undone: string | null }) {
  const t = useTranslations("duplicates.result");
  const { kind, status, merged, count, winner } = result;
  const values = { merged, count, name: winner.name, date: undone ?? "" };
  if (status === "UNDONE") return <Banner tone="info">{t("undone", values)}</Banner>;
  if (status === "UNDOING") return <Banner tone="info">{t("undoing")}</Banner>;
  if (status === "FAILED") return <Banner tone="danger">{t("failed")}</Banner>;
  return <Banner tone="success">{t(kind === "client" ? "doneClient" : "done", values)}</Banner>;
}

type UndoMergeFormProps = { result: Result; until: string | null; canUndo: boolean; undo: ServerAction };

function UndoMergeForm({ result: { operationId, status, left }, until, canUndo, undo }: UndoMergeFormProps) {
  const t = useTranslations("duplicates.result");
  if (status !== "APPLIED" && !(status === "UNDONE" && left.length > 0)) return null;
  if (!canUndo) return <p className="text-muted">{t("tooLate")}</p>;
  return (
    <Form action={undo} className="flex flex-wrap items-center gap-3">
      <input type="hidden" name="operationId" value={operationId} />
      <SubmitButton variant="secondary">{t(left.length > 0 ? "undoAgain" : "undo")}</SubmitButton>
      <span className="text-muted text-sm">{until && t("until", { date: until })}</span>
    </Form>
  );
}
