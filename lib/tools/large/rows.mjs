import { createHash } from "node:crypto";
import { ADJECTIVE, AREAS, FIRST, LAST, TRADE, TYPES } from "./words.mjs";

// The rows of the large database: made by rule from their number alone, so that every machine has the same ones.

export const CENTERS = 10;
export const PRACTITIONERS = 40;
const DAY = 86_400_000;
const EPOCH = Date.UTC(2026, 10, 1, 15);

/** A fixed id for the n-th row of a kind (two hex digits). */
export const idOf = (kind, number) => `${kind}000000-0000-7000-8000-${number.toString(16).padStart(12, "0")}`;

/** A number that looks drawn by lot but only depends on its two arguments. */
function lot(number, salt) {
  let mixed = Math.imul(number ^ (salt * 0x9e3779b9), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

const one = (list, number, salt) => list[lot(number, salt) % list.length];

export const centerOf = (client) => client % CENTERS;
const practitionerOf = (client) =>
  client % 23 === 0 ? null : (centerOf(client) * 4 + (lot(client, 3) % 4)) % PRACTITIONERS;

/** Columns and a maker of rows for each table, in the order in which they can be filled. */
export function tables({ clients, statuses }) {
  const contacts = Math.floor(clients * 1.5);
  const sessions = clients * 4;
  const owner = (contact) => contact % clients;
  return [
    {
      table: "contacts",
      count: contacts,
      columns: ["id", "first_name", "last_name", "email", "phone", "updated_at"],
      row: contactRow,
    },
    { table: "clients", count: clients, columns: CLIENT_COLUMNS, row: (n) => clientRow(n, statuses) },
    {
      table: "relationships",
      count: contacts,
      columns: ["id", "client_id", "contact_id", "is_owner", "is_primary", "title"],
      row: (n) => [
        idOf("e1", n),
        idOf("c1", owner(n)),
        idOf("c2", n),
        n < clients,
        n < clients,
        n < clients ? "Owner" : "Manager",
      ],
    },
    {
      table: "sessions",
      count: sessions,
      columns: ["id", "status", "starts_at", "ends_at", "time_zone", "center_id", "type", "area"],
      row: (n) => sessionRow(n, clients),
    },
    {
      table: "session_practitioners",
      count: sessions,
      columns: ["session_id", "practitioner_id"],
      row: (n) => [idOf("5e", n), idOf("9a", practitionerOf(n % clients) ?? 0)],
    },
    {
      table: "attendances",
      count: sessions,
      columns: ["id", "session_id", "client_id", "reportable", "funding_source_id", "contact_minutes", "starts_at"],
      row: (n) => [
        idOf("a7", n),
        idOf("5e", n),
        idOf("c1", n % clients),
        n % 9 !== 0,
        idOf("f5", n % 3),
        30 + (n % 4) * 15,
        startOf(n).toISOString(),
      ],
    },
    {
      table: "stream_entries",
      count: sessions,
      columns: ["id", "at", "client_id", "kind", "subject_kind", "subject_id", "actor_name", "data"],
      row: (n) => streamRow(n, clients),
    },
  ];
}

function contactRow(n) {
  const [first, last] = [one(FIRST, n, 1), one(LAST, n, 2)];
  const plain = `${first}.${last}`
    .normalize("NFD")
    .replace(/[^a-zA-Z.]/g, "")
    .toLowerCase();
  // One address in fifty is shared with the next contact.
  const mark = n % 50 === 49 ? n - 1 : n;
  return [
    idOf("c2", n),
    first,
    last,
    n % 40 === 7 ? null : `${plain}${mark}@mail.example`,
    `+1773555${String(n % 10_000).padStart(4, "0")}`,
    "2026-11-01T12:00:00Z",
  ];
}

const CLIENT_COLUMNS = [
  "id",
  "number",
  "kind",
  "purpose",
  "name",
  "legal_name",
  "status_id",
  "center_id",
  "practitioner_id",
  "address_line1",
  "city",
  "state",
  "postal_code",
  "phone",
  "started_on",
  "updated_at",
];

function clientRow(n, statuses) {
  const preClient = n % 20 === 19;
  const name = `${one(ADJECTIVE, n, 4)} ${one(LAST, n, 5)} ${one(TRADE, n, 6)}`;
  const status = n % 8 === 7 ? statuses.INACTIVE : n % 31 === 30 ? statuses.PROSPECT : statuses.ACTIVE;
  const practitioner = practitionerOf(n);
  const started = new Date(EPOCH - (lot(n, 7) % 3000) * DAY).toISOString().slice(0, 10);
  return [
    idOf("c1", n),
    `${preClient ? "@" : ""}${100_000 + n}`,
    preClient ? "PRE_CLIENT" : "CLIENT",
    preClient ? "LEAD" : null,
    name,
    n % 3 === 0 ? `${name} LLC` : null,
    status,
    idOf("ce", centerOf(n)),
    practitioner === null ? null : idOf("9a", practitioner),
    `${100 + (n % 900)} Main Street`,
    "Chicago",
    "IL",
    `606${String(n % 100).padStart(2, "0")}`,
    `+1312555${String(n % 10_000).padStart(4, "0")}`,
    preClient ? null : started,
    "2026-11-01T12:00:00Z",
  ];
}

const startOf = (n) => new Date(EPOCH - (lot(n, 8) % 1500) * DAY + (lot(n, 9) % 16) * 1_800_000);

function sessionRow(n, clients) {
  const start = startOf(n);
  const end = new Date(start.getTime() + (30 + (n % 4) * 15) * 60_000);
  return [
    idOf("5e", n),
    "HELD",
    start.toISOString(),
    end.toISOString(),
    "America/Chicago",
    idOf("ce", centerOf(n % clients)),
    one(TYPES, n, 10),
    one(AREAS, n, 11),
  ];
}

function streamRow(n, clients) {
  const data = {
    practitionerName: `Counselor ${practitionerOf(n % clients) ?? 0}`,
    type: one(TYPES, n, 10),
    area: one(AREAS, n, 11),
    minutes: 30 + (n % 4) * 15,
    fundingSource: ["SBA", "State", "Local match"][n % 3],
    reportable: n % 9 !== 0,
  };
  return [
    idOf("57", n),
    startOf(n).toISOString(),
    idOf("c1", n % clients),
    "session.recorded",
    "session",
    idOf("5e", n),
    data.practitionerName,
    JSON.stringify(data),
  ];
}

/** A row in the text format of COPY. */
export function copyLine(row) {
  return `${row.map((value) => (value === null ? "\\N" : String(value).replace(/[\\\t\n\r]/g, (c) => ({ "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" })[c]))).join("\t")}\n`;
}

/** SHA-256 of a sign-in token, as the database keeps it. */
export const hashOf = (token) => createHash("sha256").update(token).digest("hex");
