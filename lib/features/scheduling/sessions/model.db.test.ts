import { beforeAll, expect, it } from "vitest";
import { moveSession } from "@/lib/features/scheduling/sessions/changing/commands";
import { recordSession } from "@/lib/features/scheduling/sessions/commands";
import { cancelSession } from "@/lib/features/scheduling/sessions/outcome/commands";
import { recordSessionInput } from "@/lib/features/scheduling/sessions/schema";
import { db } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { RefusalError } from "@/lib/platform/refusal";
import { sql } from "@/lib/values/sql";
import { timeOfMinutes } from "@/lib/values/time";
import { accountActor } from "@/prisma/factories/actors";
import { make } from "@/prisma/factories/make";

// The whole drill: BOOKING_OPERATIONS=10000 npx vitest run lib/features/scheduling/sessions/model.db.test.ts
const OPERATIONS = Number(process.env.BOOKING_OPERATIONS ?? 320);
const LANES = 8;
const DAY = "2035-06-04";

type Known = { practitionerId: string; start: string; minutes: number; cancelled: boolean };

/** The same numbers each time, so that what was found can be found again. */
function chances(seed: number) {
  let state = seed;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  return { below: (limit: number) => Math.floor(next() * limit) };
}

let staff: ReturnType<typeof accountActor>;
const practitioners: string[] = [];
const clients: string[] = [];
beforeAll(async () => {
  staff = accountActor("staff", { accountId: (await make.account()).id });
  for (let place = 0; place < 5; place++) practitioners.push((await make.practitioner()).id);
  for (let place = 0; place < 12; place++) clients.push((await make.client()).id);
});

/** What one person does for a while; answers what they were told is so. */
async function lane(seed: number, operations: number): Promise<{ known: Map<string, Known>; refused: number }> {
  const chance = chances(seed);
  const one = (list: readonly string[]) => list[chance.below(list.length)] ?? "";
  const known = new Map<string, Known>();
  let refused = 0;
  for (let step = 0; step < operations; step++) {
    const [start, minutes] = [timeOfMinutes(480 + 15 * chance.below(40)), 15 * (1 + chance.below(5))];
    const practitionerId = one(practitioners);
    const open = [...known].filter(([, { cancelled }]) => !cancelled).map(([id]) => id);
    const what = open.length === 0 ? 0 : chance.below(10);
    const id = one(open);
    const before = known.get(id);
    try {
      if (what < 4 || !before) {
        const common = { date: DAY, start, minutes: String(minutes), type: "Online" };
        const clientIds = [...new Set([one(clients), one(clients)])];
        const input = { ...common, clientIds, practitionerIds: [practitionerId] };
        const made = await recordSession(staff, recordSessionInput.parse(input));
        known.set(made, { practitionerId, start, minutes, cancelled: false });
      } else if (what < 7) {
        await moveSession(staff, { sessionId: id, date: DAY, start, minutes });
        known.set(id, { ...before, start, minutes });
      } else if (what < 8) {
        await moveSession(staff, { sessionId: id, date: DAY, start, minutes, practitionerId });
        known.set(id, { ...before, start, minutes, practitionerId });
      } else {
        await cancelSession(staff, { sessionId: id, reason: "Drill" });
        known.set(id, { ...before, cancelled: true });
      }
    } catch (error) {
      if (!(error instanceof RefusalError)) throw error;
      refused += 1;
    }
  }
  return { known, refused };
}

it(
  "BK-04 whatever eight people book, move, hand over and cancel at once: nobody is in two places, and what was said to be so is so",
  async () => {
    const each = Math.ceil(OPERATIONS / LANES);
    const lanes = await Promise.all(Array.from({ length: LANES }, (_, place) => lane(place + 1, each)));
    const overlaps = await rows(sql`
      select a.id from (select s.id, s.starts_at, s.ends_at, sp.practitioner_id as who from sessions s
          join session_practitioners sp on sp.session_id = s.id where s.status in ('REQUESTED', 'BOOKED')
        union all select s.id, s.starts_at, s.ends_at, t.client_id from sessions s
          join attendances t on t.session_id = s.id where s.status in ('REQUESTED', 'BOOKED')) a
      join (select s.id, s.starts_at, s.ends_at, sp.practitioner_id as who from sessions s
          join session_practitioners sp on sp.session_id = s.id where s.status in ('REQUESTED', 'BOOKED')
        union all select s.id, s.starts_at, s.ends_at, t.client_id from sessions s
          join attendances t on t.session_id = s.id where s.status in ('REQUESTED', 'BOOKED')) b
        on a.who = b.who and a.id < b.id and a.starts_at < b.ends_at and b.starts_at < a.ends_at`);
    expect(overlaps).toEqual([]);
    const said = lanes.flatMap(({ known }) => [...known]);
    const stored = await db.session.findMany({
      select: { id: true, status: true, startsAt: true, endsAt: true, practitioners: true },
    });
    expect(stored).toHaveLength(said.length);
    const byId = new Map(stored.map((session) => [session.id, session]));
    for (const [id, { practitionerId, start, minutes, cancelled }] of said) {
      const session = byId.get(id);
      const startsAt = new Date(`${DAY}T${start}:00-05:00`);
      expect(session).toMatchObject({ status: cancelled ? "CANCELLED" : "BOOKED", startsAt });
      expect(session?.practitioners.map((one) => one.practitionerId)).toEqual([practitionerId]);
      expect((session?.endsAt.getTime() ?? 0) - startsAt.getTime()).toBe(minutes * 60_000);
    }
    expect(lanes.reduce((sum, { refused }) => sum + refused, 0)).toBeGreaterThan(OPERATIONS / 10);
  },
  Math.max(60_000, OPERATIONS * 100),
);
