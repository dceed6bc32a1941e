"use client";
import { Ellipsis } from "lucide-react";
import { useTranslations } from "next-intl";
import { startTransition, useState } from "react";
import { Menu, type MenuEntry } from "@/components/ui/menu";
import { toast } from "@/components/ui/toast";
import {
  editProspectContactAction,
  removeProspectContactAction,
  starProspectContactAction,
} from "@/lib/features/prospects/people/actions";
import type { ProspectPerson } from "@/lib/features/prospects/record/schema";
import type { ServerAction } from "@/lib/platform/action-state";
import { PersonDialog } from "./person-dialog";

type PersonMenuProps = { prospectId: string; person: ProspectPerson };

/** What can be done with a person of a prospect. */
export function PersonMenu({ prospectId, person }: PersonMenuProps) {
  const t = useTranslations("prospects.people");
  const [isOpen, setOpen] = useState(false);
  const run = (action: ServerAction) => {
    const form = new FormData();
    form.set("prospectId", prospectId);
    form.set("personId", person.id);
    startTransition(async () => {
      const answer = await action(null, form);
      if (!answer.ok) toast({ message: answer.refusal.message, tone: "danger" });
      else if (answer.message) toast({ message: answer.message, tone: "success" });
    });
  };
  const items: MenuEntry[] = [
    { id: "edit", label: t("edit"), onAction: () => setOpen(true) },
    ...(person.isMain ? [] : [{ id: "star", label: t("makeMain"), onAction: () => run(starProspectContactAction) }]),
    { id: "remove", label: t("remove"), tone: "danger", onAction: () => run(removeProspectContactAction) },
  ];
  return (
    <>
      <Menu label={t("menu", { name: person.name })} icon={<Ellipsis />} items={items} />
      <PersonDialog
        prospectId={prospectId}
        person={person}
        action={editProspectContactAction}
        open={{ isOpen, onOpenChange: setOpen }}
      />
    </>
  );
}
