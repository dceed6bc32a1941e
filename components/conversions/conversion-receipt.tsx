import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { DefinitionList } from "@/components/ui/definition-list";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import type { ConversionResult } from "@/lib/features/conversions/schema";
import { paths } from "@/lib/paths";
import type { ServerAction } from "@/lib/platform/action-state";

type ConversionReceiptProps = {
  result: ConversionResult;
  /** In words: when it happened, and until when it can be taken back. */
  when: { at: string; until: string | null };
  values: Record<string, string>;
  undo: ServerAction;
};

type Named = { id: string; name: string };

/** What a conversion linked, copied, created and left behind, and the way back. */
export function ConversionReceipt({ result, when, values, undo }: ConversionReceiptProps) {
  const t = useTranslations("conversions.receipt");
  const { prospect, client, ...receipt } = result.receipt;
  const people = (list: readonly Named[]) =>
    list.map(({ id, name }) => (
      <span key={id} className="block">
        <TextLink href={paths.staff.contact(id)}>{name}</TextLink>
      </span>
    ));
  const items = [
    {
      term: t(receipt.existing ? "intoClient" : "newClient", values),
      value: <TextLink href={paths.staff.client(client.id)}>{`${client.name} (${client.number})`}</TextLink>,
    },
    { term: t("createdContacts"), value: receipt.created.length > 0 && people(receipt.created) },
    { term: t("matchedContacts"), value: receipt.matched.length > 0 && people(receipt.matched) },
    { term: t("messages"), value: t("linked", { count: receipt.messages.linked }) },
    { term: t("documents"), value: t("copied", { count: receipt.documents.copied }) },
    ...(receipt.fields.length > 0 ? [{ term: t("fields"), value: receipt.fields.join(", ") }] : []),
  ];
  const left = [
    ...receipt.left.map((name) => t("leftPerson", { name })),
    ...(receipt.messages.left > 0 ? [t("leftMessages", { count: receipt.messages.left })] : []),
    ...(receipt.documents.left > 0 ? [t("leftDocuments", { count: receipt.documents.left })] : []),
    ...(receipt.openTasks > 0 ? [t("leftTasks", { count: receipt.openTasks })] : []),
    ...(receipt.hadNotes ? [t("leftNotes")] : []),
  ];
  const back = when.until && (
    <ConfirmDialog title={t("undoTitle")} trigger={<Button>{t("undo")}</Button>} action={undo} confirmLabel={t("undo")}>
      <p>{t(receipt.existing ? "undoBodyExisting" : "undoBody", values)}</p>
      <p className="mt-2">{t("undoUntil", { date: when.until })}</p>
      <input type="hidden" name="prospectId" value={prospect.id} />
      <input type="hidden" name="operationId" value={result.operationId} />
    </ConfirmDialog>
  );
  return (
    <>
      <PageHeader
        title={t("title", { name: prospect.name })}
        back={{ href: paths.staff.prospect(prospect.id), label: prospect.name }}
        facts={[result.by, when.at].filter(Boolean)}
        actions={
          <>
            {back}
            <LinkButton variant="primary" href={paths.staff.client(client.id)}>
              {t("open", { name: client.name })}
            </LinkButton>
          </>
        }
      />
      <div className="grid max-w-3xl gap-4">
        {result.keptBy && <Banner tone="warning">{t("kept")}</Banner>}
        <Card title={t("done")}>
          <DefinitionList items={items.map(({ term, value }) => ({ term, value: value || null }))} />
        </Card>
        <Card title={t("left")}>
          {left.length === 0 ? (
            <p className="text-muted">{t("nothingLeft")}</p>
          ) : (
            <ul className="list-disc pl-5">
              {left.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          )}
        </Card>
      </div>
    </>
  );
}
