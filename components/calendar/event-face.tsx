import type { CalendarSession } from "@/lib/features/calendar/sessions/schema";

type EventFaceProps = {
  session: CalendarSession;
  time: string;
  status: string;
  /** How much room there is: a tile, a line of a month, or a row of a list. */
  shape: "tile" | "line" | "row";
  withPeople: boolean;
};

/** What the grid writes between two hours. */
const RANGE = /\s*[–-]\s*/u;

/** What stands on a session in the grid: when, with whom, what; its state in words for those who cannot see it. */
export function EventFace({ session, time, status, shape, withPeople }: EventFaceProps) {
  const clients = session.clients.map(({ name }) => name).join(", ");
  const people = session.practitioners.map(({ name }) => name).join(", ");
  const facts = [withPeople && people, session.service ?? session.type, session.place].flatMap((fact) => fact || []);
  const [begin, end] = time.split(RANGE);
  return (
    <span className={`session-face session-${shape}`}>
      <strong className="session-clients">{clients}</strong>{" "}
      <span className="session-time">
        {begin}
        {end && <span className="session-until"> – {end}</span>}
      </span>{" "}
      {facts.map((fact) => (
        <span key={fact} className="session-more">
          {fact}{" "}
        </span>
      ))}
      <span className="sr-only">, {status}</span>
    </span>
  );
}
