import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { ComparedRecord } from "@/lib/features/merges/schema";

type ComparisonSideProps = {
  people: readonly ComparedRecord[];
  keep: string;
  /** Whose portal sign-in stays. */
  login: string | null;
};

/** What belongs to each of the people and moves to the one who is kept. */
export function ComparisonSide({ people, keep, login }: ComparisonSideProps) {
  const t = useTranslations("duplicates.comparison");
  const fateOf = (id: string) => {
    if (id !== login) return <Badge tone="danger">{t("loginEnds")}</Badge>;
    return <Badge tone="success">{t(id === keep ? "loginStays" : "loginMoves")}</Badge>;
  };
  return (
    <div className="grid gap-3 border-border border-t px-4 py-3 md:col-span-full md:grid-cols-subgrid md:gap-x-4">
      <h2 className="font-medium text-sm">{t("along")}</h2>
      {people.map((person) => (
        <section key={person.id} aria-label={person.name} className="min-w-0 px-2">
          <h3 className="font-medium text-sm md:sr-only">{person.name}</h3>
          <ul className="grid gap-1 text-sm">
            {person.login && (
              <li className="break-words">
                {person.login} {fateOf(person.id)}
              </li>
            )}
            {person.along.map((line) => (
              <li key={line} className="break-words">
                {line}
              </li>
            ))}
            {!person.login && person.along.length === 0 && <li className="text-muted">{t("nothing")}</li>}
          </ul>
        </section>
      ))}
    </div>
  );
}
