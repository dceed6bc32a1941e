import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { LinkButton } from "@/components/ui/link-button";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextLink } from "@/components/ui/text-link";
import { type UndoBlock, undoBlocks } from "@/lib/features/clients/making/undoing/rules";
import type { MadeClient } from "@/lib/features/clients/making/undoing/schema";
import { paths } from "@/lib/paths";
import type { ServerAction } from "@/lib/platform/action-state";

type UndoMakeClientCardProps = { client: MadeClient; values: Record<string, string>; action: ServerAction };

/** Where what came to hang on a client since is looked at; invoices have no page of their own. */
const PLACES: Record<UndoBlock["code"], ((id: string) => string) | null> = {
  sessions: paths.staff.clientSessions,
  reportable: paths.staff.earlierSessions,
  agreements: paths.staff.clientAgreement,
  payments: paths.staff.clientPayments,
  invoices: null,
  number: null,
};

/** Asks before a client becomes a pre-client again, or says what keeps it a client. */
export function UndoMakeClientCard({ client, values, action }: UndoMakeClientCardProps) {
  const t = useTranslations("clients.unmaking");
  const { id, name, made } = client;
  const blocks = undoBlocks(client);
  const back = (
    <LinkButton variant="ghost" href={paths.staff.client(id)}>
      {t("cancel")}
    </LinkButton>
  );
  if (blocks.length > 0)
    return (
      <Card title={t("blockedTitle")} actions={back}>
        <p className="max-w-2xl text-pretty text-muted">{t("blockedBody", { ...values, name })}</p>
        <ul className="mt-4 grid gap-2">
          {blocks.map((block) => (
            <BlockLine key={block.code} block={block} clientId={id} values={values} />
          ))}
        </ul>
      </Card>
    );
  return (
    <Card title={t("title", values)}>
      <p className="max-w-2xl text-pretty text-muted">{t("body", { ...values, name, ...numbersOf(made) })}</p>
      <p className="mt-2 text-muted">{t("signed")}</p>
      <Form action={action}>
        <input type="hidden" name="clientId" value={id} />
        <FormActions>
          <SubmitButton>{t("submit", values)}</SubmitButton>
          {back}
        </FormActions>
      </Form>
    </Card>
  );
}

const numbersOf = ({ oldNumber, newNumber }: MadeClient["made"]) => ({ oldNumber, newNumber });

type BlockLineProps = { block: UndoBlock; clientId: string; values: Record<string, string> };

function BlockLine({ block, clientId, values }: BlockLineProps) {
  const t = useTranslations("clients.unmaking");
  const place = PLACES[block.code];
  return (
    <li className="flex flex-wrap items-baseline gap-x-3">
      <span>{t(`blocks.${block.code}`, { count: 0, ...values, ...block })}</span>
      {place && <TextLink href={place(clientId)}>{t(`show.${block.code}`)}</TextLink>}
    </li>
  );
}
