import { CalendarClock, ChevronRight, CircleCheck, FileSignature, IdCard, Phone } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { PortalTodo } from "@/lib/features/clients/portal/schema";
import { paths } from "@/lib/paths";

const MARKS: Record<PortalTodo["kind"], ReactNode> = {
  sign: <FileSignature aria-hidden />,
  signAgain: <FileSignature aria-hidden />,
  company: <IdCard aria-hidden />,
  ownPhone: <Phone aria-hidden />,
  availability: <CalendarClock aria-hidden />,
};

function hrefOf({ kind, clientId }: PortalTodo): string {
  if (kind === "ownPhone" || !clientId) return `${paths.portal.myInformation}#you`;
  if (kind === "company") return paths.portal.informationOf(clientId);
  if (kind === "availability") return paths.portal.availabilityOf(clientId);
  return `${paths.portal.signAgreement}?client=${clientId}`;
}

/** What only this person can do; each is one press away. */
export function TodoList({ todos }: { todos: readonly PortalTodo[] }) {
  const t = useTranslations("portal.todo");
  if (todos.length === 0) {
    return (
      <p className="flex items-center gap-3 rounded-lg border border-border bg-surface p-4 text-muted">
        <CircleCheck aria-hidden className="size-5 shrink-0 text-success" />
        {t("none")}
      </p>
    );
  }
  return (
    <ul className="grid gap-3">
      {todos.map((todo) => (
        <li key={`${todo.kind} ${todo.clientId}`}>
          <Link
            href={hrefOf(todo)}
            className="flex items-center gap-3.5 rounded-lg border border-border bg-surface p-4 no-underline hover:bg-hover"
          >
            <span className="flex size-10 shrink-0 items-center justify-center rounded-full bg-accent-soft text-accent [&_svg]:size-5">
              {MARKS[todo.kind]}
            </span>
            <span className="min-w-0 flex-1">
              <span className="block font-semibold">{t(todo.kind)}</span>
              <span className="block text-pretty text-muted text-sm">
                {t(`${todo.kind}Body`, { client: todo.clientName, fields: todo.fields })}
              </span>
            </span>
            <ChevronRight aria-hidden className="size-5 shrink-0 text-muted" />
          </Link>
        </li>
      ))}
    </ul>
  );
}
