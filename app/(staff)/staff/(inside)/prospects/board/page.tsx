import type { Metadata } from "next";
import { BoardPanel } from "@/components/prospects/board-panel";
import { termValues } from "@/lib/features/clients/copy";
import { fileOffer } from "@/lib/features/exports/rules";
import { addProspectAction, moveProspectAction } from "@/lib/features/prospects/actions";
import { listBoard } from "@/lib/features/prospects/board/queries";
import { boardSearch } from "@/lib/features/prospects/board/schema";
import { findProspectChoices } from "@/lib/features/prospects/queries";
import { prospectSearch } from "@/lib/features/prospects/schema";
import { findSetting } from "@/lib/features/settings/queries";
import { admit } from "@/lib/platform/access/admit";
import { now } from "@/lib/platform/clock";
import { dayIn } from "@/lib/values/wall-clock";

export const metadata: Metadata = { title: "Prospects" };

export default async function ProspectBoardPage({ searchParams }: PageProps<"/staff/prospects/board">) {
  const actor = await admit("prospects.view");
  const address = await searchParams;
  const choice = prospectSearch.omit({ stage: true }).parse(address);
  const { cards } = boardSearch.parse(address);
  const [terms, { timeZone: zone }] = await Promise.all([findSetting("terminology"), findSetting("organization")]);
  const [columns, choices] = await Promise.all([listBoard(actor, choice, { zone, cards }), findProspectChoices(actor)]);
  const edit = actor.can("prospects.edit");
  return (
    <BoardPanel
      columns={columns}
      choice={choice}
      choices={choices}
      cards={cards}
      day={{ today: dayIn(zone, now()), values: termValues(terms) }}
      may={{
        add: edit ? addProspectAction : null,
        move: edit ? moveProspectAction : null,
        file: fileOffer(actor, "prospects"),
        sales: actor.can("prospects.report"),
      }}
    />
  );
}
