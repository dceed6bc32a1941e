import type { Metadata } from "next";
import { InboxList } from "@/components/inbox/inbox-list";
import { countProposals } from "@/lib/features/clients/proposals/queries";
import { inboxItemView } from "@/lib/features/inbox/copy";
import { findInbox } from "@/lib/features/inbox/queries";
import { dismissAllAction, dismissItemAction } from "@/lib/features/notices/actions";
import { findSetting } from "@/lib/features/settings/queries";
import { happenedSentence } from "@/lib/features/stream/copy";
import { admit } from "@/lib/platform/access/admit";
import { now } from "@/lib/platform/clock";
import { pageWords } from "@/lib/platform/i18n/words";

export const metadata: Metadata = { title: "Inbox" };

export default async function InboxPage() {
  const actor = await admit("inbox.use");
  const [inbox, proposals, { timeZone: zone }, words] = await Promise.all([
    findInbox(actor),
    countProposals(actor),
    findSetting("organization"),
    pageWords(),
  ]);
  const sentenceOf = (row: (typeof inbox.rows)[number]) =>
    happenedSentence({ actorName: row.actorName, ...row.happened }, words);
  const items = inbox.rows.map((row) => inboxItemView(row, { words, sentenceOf, now: now(), zone }));
  return (
    <InboxList
      items={items}
      count={inbox.count}
      proposals={proposals}
      actions={{ dismiss: dismissItemAction, dismissAll: dismissAllAction }}
    />
  );
}
