import { readFileSync } from "node:fs";
import path from "node:path";
import { CENTERS, idOf } from "../large/rows.mjs";
import { CLIENT_OF_YEARS } from "../large/years.mjs";
import { Problem } from "../narrate.mjs";
import { pause } from "../processes.mjs";
import { ROOT } from "../project.mjs";
import { ask } from "./load.mjs";
import { scheduling } from "./scheduling-work.mjs";

// What people do all day, as requests. Budgets are medians in milliseconds, one at a time and eight at once.

const LANES = 8;
const BATCH = 1000;

const cursor = (values) => Buffer.from(JSON.stringify({ direction: "after", values })).toString("base64url");

/** Things of the large database that the requests name. */
async function findFacts(client, clients) {
  const one = async (sql, values = []) => (await client.query(sql, values)).rows[0];
  const middle = await one(
    "select fold_text(name) as name, id from clients where deleted_at is null order by 1, 2 offset $1 limit 1",
    [Math.floor(clients / 2)],
  );
  const { name } = await one("select name from clients where id = $1", [idOf("c1", 4711)]);
  const { email } = await one("select email from contacts where id = $1", [idOf("c2", 4711)]);
  const { rows: statuses } = await client.query("select id, standing from client_statuses");
  const saved = Array.from({ length: LANES }, (_, lane) => idOf("c1", 8 * (lane + 100)));
  const { rows } = await client.query("select * from clients where id = any($1::uuid[]) order by id", [saved]);
  const { rows: prospects } = await client.query(
    `select id, center_id from prospects p where not exists (select from conversions c where c.prospect_id = p.id) order by id`,
  );
  return {
    prospects,
    deep: cursor([middle.name, middle.id]),
    fragment: name.split(" ").at(-2).slice(0, 6),
    email,
    statuses: Object.fromEntries(statuses.map(({ id, standing }) => [standing, id])),
    saved: rows,
  };
}

/** Ids of the server actions in the production build by their names. */
function actionIds() {
  const manifest = JSON.parse(readFileSync(path.join(ROOT, ".next/server/server-reference-manifest.json"), "utf8"));
  return Object.fromEntries(Object.entries(manifest.node).map(([id, { exportedName }]) => [exportedName, id]));
}

async function post(address, { form, headers }) {
  const encoded = new Response(form);
  const type = { "content-type": encoded.headers.get("content-type") };
  return { address, method: "POST", headers: { ...headers, ...type }, body: Buffer.from(await encoded.arrayBuffer()) };
}

/** A form as React sends it to an action: the previous state and the fields, in its own encoding. */
function sentByScript(address, { action, cookie, origin, fields }) {
  const form = new FormData();
  for (const [name, value] of fields) form.append(`_1_${name}`, value);
  form.append("0", JSON.stringify([null, "$K1"]));
  return post(address, { form, headers: { "next-action": action, accept: "text/x-component", origin, cookie } });
}

/** The same as a browser without scripts posts it: it is answered with the address to go to, not with its page. */
function sentByBrowser(address, { action, cookie, origin, fields }) {
  const form = new FormData();
  form.append("$ACTION_REF_1", "");
  form.append("$ACTION_1:0", JSON.stringify({ id: action, bound: "$@1" }));
  form.append("$ACTION_1:1", "[null]");
  for (const [name, value] of fields) form.append(name, value);
  return post(address, { form, headers: { origin, cookie } });
}

/** The edit form of a client, filled in as it stands but for the city. */
function editFields(row, version) {
  const text = (value) => (value === null ? "" : String(value));
  return [
    ["clientId", row.id],
    ["version", String(version)],
    ["purpose", ""],
    ["isPerson", "false"],
    ["name", row.name],
    ["legalName", text(row.legal_name)],
    ["statusId", row.status_id],
    ["centerId", row.center_id],
    ["practitionerId", text(row.practitioner_id)],
    ["addressLine1", text(row.address_line1)],
    ["city", `Chicago ${version}`],
    ["state", text(row.state)],
    ["postalCode", text(row.postal_code)],
    ["country", row.country],
    ["phone", text(row.phone)],
    ["language", row.language],
  ];
}

/** Saves the edit form, each lane its own client; `send` is the way it is sent. */
function savingOf(facts, { cookies, actions, send, ...work }) {
  return {
    ...work,
    request: ({ origin, lane }) => {
      const row = facts.saved[lane];
      const fields = editFields(row, row.version);
      const address = `${origin}/staff/clients/${row.id}/edit`;
      return send(address, { action: actions.editClientAction, cookie: cookies.staff, origin, fields });
    },
    done: ({ lane, answer }) => {
      const { location, "x-action-redirect": redirect } = answer.headers;
      if (!location && !redirect) throw new Problem(`${work.name}: the edit was refused`);
      facts.saved[lane].version += 1;
    },
  };
}

/** Converts a prospect with its one contact, each time another one. */
function convertingOf({ prospects }, { cookies, actions }) {
  return {
    name: "convert a prospect",
    budget: [30, 130],
    status: 303,
    count: 60,
    request: ({ origin }) => {
      const prospect = prospects.pop();
      if (!prospect) throw new Problem("Every prospect is converted: npm run db:seed:large makes new ones.");
      const fields = [
        ["prospectId", prospect.id],
        ["centerId", prospect.center_id],
        ["copyMessages", "on"],
        ["copyDocuments", "on"],
      ];
      const address = `${origin}/staff/prospects/${prospect.id}/convert`;
      return sentByBrowser(address, { action: actions.convertProspectAction, cookie: cookies.staff, origin, fields });
    },
    done: ({ answer }) => {
      if (!answer.headers.location?.includes("/staff/clients/")) throw new Problem("a conversion was refused");
    },
  };
}

/** From the press on "Preview" until the last client is changed, which happens in the background. */
function batchOf(facts, { cookies, actions }) {
  const ids = Array.from({ length: BATCH }, (_, n) => ["ids[]", idOf("c1", CENTERS * (1000 + n))]);
  const atTheFirstCenter = ["center", "one_of", [idOf("ce", 0)]];
  const query = `all=true&filter=${Buffer.from(JSON.stringify(atTheFirstCenter)).toString("base64url")}`;
  const cookie = cookies.administrator;
  const name = `change one field on ${BATCH.toLocaleString("en")} clients`;
  let turns = 0;
  const send = async (origin, page, action, fields) => {
    const answer = await ask(await sentByBrowser(origin + page, { action: actions[action], cookie, origin, fields }));
    if (answer.status >= 400) throw new Problem(`${name}: ${action} answered ${answer.status}`);
    return answer.headers.location;
  };
  return {
    name,
    budget: [500, null],
    count: 6,
    take: async ({ origin }) => {
      turns += 1;
      const value = turns % 2 ? facts.statuses.INACTIVE : facts.statuses.ACTIVE;
      const choice = { noun: "clients", query, field: "status", value };
      const started = performance.now();
      const fields = [...Object.entries(choice), ...ids];
      const page = await send(origin, `/staff/update/clients?${query}`, "planUpdateAction", fields);
      if (!page) throw new Problem(`${name}: the preview was refused`);
      const operationId = page.split("/").at(-1);
      await send(origin, page, "applyUpdateAction", [["operationId", operationId]]);
      const progress = { address: `${origin}/api/live/operations/${operationId}`, headers: { cookie } };
      while (JSON.parse((await ask(progress)).text).status !== "APPLIED") await pause(20);
      return performance.now() - started;
    },
  };
}

/**
 * All work to be measured: { name, budget, request, floor?, status?, count?, done? }; what is more than one request has
 * `take` instead of `request`, which answers its milliseconds.
 */
export async function allWork({ client, clients, cookies }) {
  const facts = await findFacts(client, clients);
  const get = (name, { as, budget, address, floor = "page" }) => ({
    name,
    budget,
    floor,
    request: ({ origin, turn }) => ({
      address: origin + (typeof address === "function" ? address(turn) : address),
      headers: { cookie: cookies[as] },
    }),
  });
  const list = "/staff/clients";
  const search = (text) => `${list}?q=${encodeURIComponent(text)}`;
  const writing = { cookies, actions: actionIds() };
  return [
    get("client list, first page of 50", { as: "staff", budget: [25, 120], address: list }),
    get("client list, half-way", { as: "staff", budget: [25, 120], address: `${list}?page=${facts.deep}` }),
    get("search by name fragment", { as: "staff", budget: [25, 120], address: search(facts.fragment) }),
    get("search by e-mail", { as: "staff", budget: [20, 100], address: search(facts.email) }),
    get("search over everything", {
      as: "staff",
      budget: [30, 150],
      address: `/api/live/search?q=${encodeURIComponent(facts.fragment)}`,
      floor: "answer",
    }),
    get("client page with its recent activity", {
      as: "staff",
      budget: [35, 170],
      address: (turn) => `${list}/${idOf("c1", 1000 + (turn % 200))}`,
    }),
    get("client page with years of work", { as: "staff", budget: [35, 170], address: `${list}/${CLIENT_OF_YEARS}` }),
    ...scheduling(get),
    get("staff home", { as: "staff", budget: [35, 170], address: "/staff" }),
    get("a practitioner's clients", { as: "practitioner", budget: [25, 120], address: list }),
    get("portal sign-in page", { as: "nobody", budget: [10, 50], address: "/sign-in" }),
    get("portal My Information", { as: "owner", budget: [20, 100], address: "/my-information" }),
    savingOf(facts, { ...writing, name: "save an edit", budget: [20, 90], status: 303, send: sentByBrowser }),
    savingOf(facts, {
      ...writing,
      name: "save an edit and see the client",
      budget: [55, 260],
      floor: "page",
      send: sentByScript,
    }),
    convertingOf(facts, writing),
    batchOf(facts, writing),
  ];
}
