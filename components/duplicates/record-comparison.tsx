"use client";
import { useTranslations } from "next-intl";
import { type CSSProperties, useState } from "react";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { LinkButton } from "@/components/ui/link-button";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { SubmitButton } from "@/components/ui/submit-button";
import type { ComparedRecord, MergedKind } from "@/lib/features/merges/schema";
import { paths } from "@/lib/paths";
import type { ServerAction } from "@/lib/platform/action-state";
import { ComparisonRow } from "./comparison-row";
import { ComparisonSide } from "./comparison-side";

/** From whom each field is taken, by id. */
type Picks = Readonly<Record<string, string>>;
/** What is proposed when one of the records is kept. */
type Suggestion = { picks: Picks; login: string | null };

type RecordComparisonProps = {
  kind: MergedKind;
  people: readonly ComparedRecord[];
  /** What can be chosen, in this order. */
  fields: readonly { name: string; label: string }[];
  /** Whom the page proposes to keep. */
  winnerId: string;
  suggestions: Readonly<Record<string, Suggestion>>;
  merge: ServerAction;
};

/** Records side by side: whose record stays, what it takes from the others, and what comes along. */
export function RecordComparison({ kind, people, fields, winnerId, suggestions, merge }: RecordComparisonProps) {
  const t = useTranslations("duplicates.comparison");
  const [keep, setKeep] = useState(winnerId);
  const [chosen, setChosen] = useState<Picks>({});
  const suggestion = suggestions[keep];
  const name = people.find(({ id }) => id === keep)?.name ?? "";
  const columns = { "--people": people.length } as CSSProperties;
  return (
    <Form action={merge} className="grid grid-cols-[minmax(0,1fr)] gap-4">
      {people.map(({ id, version }) => (
        <input key={id} type="hidden" name="people[]" value={`${id}.${version}`} />
      ))}
      <ScrollRegion label={t("title")}>
        <div
          style={columns}
          className="grid rounded-lg border border-border bg-surface md:min-w-[calc(9rem+var(--people)*13rem)] md:grid-cols-[9rem_repeat(var(--people),minmax(0,1fr))]"
        >
          <ComparisonRow
            name="winnerId"
            label={t("keep")}
            options={people.map((person) => ({
              id: person.id,
              person: person.name,
              value: person.name,
              detail: person.since,
            }))}
            chosen={keep}
            onChoose={setKeep}
          />
          {fields.map(({ name: field, label }) => (
            <ComparisonRow
              key={field}
              name={`take.${field}`}
              label={label}
              options={people.map((person) => ({
                id: person.id,
                person: person.name,
                value: person.values[field] ?? null,
              }))}
              chosen={chosen[field] ?? suggestion?.picks[field] ?? keep}
              onChoose={(id) => setChosen((before) => ({ ...before, [field]: id }))}
            />
          ))}
          <ComparisonSide people={people} keep={keep} login={suggestion?.login ?? null} />
        </div>
      </ScrollRegion>
      <p className="max-w-prose text-muted">
        {t(kind === "client" ? "summaryClients" : "summary", { count: people.length - 1, name })}
      </p>
      <FormActions>
        <SubmitButton>{t("merge")}</SubmitButton>
        <LinkButton
          href={kind === "client" ? paths.staff.admin.duplicateClients : paths.staff.admin.duplicates}
          variant="ghost"
        >
          {t("toReports")}
        </LinkButton>
      </FormActions>
    </Form>
  );
}
