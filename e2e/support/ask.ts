/** What came back for one request. */
export type Reply = { status: number; location: string; headers: Headers; body: string };

export type Question = {
  address: string;
  method?: string;
  cookie?: string | null;
  headers?: Record<string, string>;
  body?: string;
};

/** Asks the app over HTTP as a program would, following nothing. */
export async function ask(origin: string, { address, method = "GET", cookie, headers, body }: Question) {
  const answer = await fetch(origin + address, {
    method,
    redirect: "manual",
    headers: {
      ...(method === "GET" || method === "HEAD" ? {} : { origin }),
      ...(cookie ? { cookie } : {}),
      ...headers,
    },
    ...(body === undefined ? {} : { body }),
  });
  const location = answer.headers.get("location") ?? "";
  return { status: answer.status, location, headers: answer.headers, body: await answer.text() } satisfies Reply;
}

/** Does the work for each item, a few at a time, and keeps their order. */
export async function inLanes<Item, Done>(
  items: readonly Item[],
  work: (item: Item) => Promise<Done>,
): Promise<Done[]> {
  const done: Done[] = [];
  let next = 0;
  const lane = async () => {
    while (next < items.length) {
      const place = next++;
      done[place] = await work(items[place] as Item);
    }
  };
  await Promise.all(Array.from({ length: 6 }, lane));
  return done;
}
