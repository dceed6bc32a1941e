/** Whether a person has a secret calendar address; the address itself is shown when it is made. */
export type OwnLink = { madeAt: Date } | null;

/** One thing in a person's calendar, as calendar programs get it. */
export type FeedEntry = {
  uid: string;
  sequence: number;
  title: string;
  location: string | null;
  url: string | null;
  startsAt: Date;
  endsAt: Date;
  /** Asked for and not answered yet. */
  tentative: boolean;
};
