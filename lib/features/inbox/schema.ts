export const INBOX_PAGE = 50;

/** One thing in somebody's inbox, before it has words. */
export type InboxRow = {
  id: string;
  kind: "mention" | "followed" | "task" | "booking" | "cover" | "covered" | "not-covered";
  subjectKind: string | null;
  subjectId: string | null;
  /** What the record is called today. */
  subjectName: string | null;
  actorName: string;
  text: string | null;
  at: Date;
  /** What happened on a followed record: its kind and facts. */
  happened: { kind: string; data: Record<string, unknown> } | null;
};

/** What waits, the newest first, and how many there are in all. */
export type Inbox = { rows: InboxRow[]; count: number };
