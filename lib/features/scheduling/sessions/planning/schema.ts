/** A client as a booking needs to know it. */
export type BookedClient = {
  id: string;
  name: string;
  kind: "CLIENT" | "PRE_CLIENT";
  status: { name: string; standing: "ACTIVE" | "INACTIVE" | "PROSPECT"; blocksSessions: boolean };
  centerId: string;
  timeZone: string;
};

export type NamedPerson = { id: string; name: string };

/** A plan whose people were found, checked and locked. */
export type PreparedPlan = {
  clients: BookedClient[];
  practitioners: NamedPerson[];
  /** What goes into the row. */
  columns: {
    centerId: string;
    timeZone: string;
    startsAt: Date;
    endsAt: Date;
    wallStartsAt: Date;
    serviceId: string | null;
    type: string;
    area: string | null;
    location: string | null;
    roomId: string | null;
    meetingLink: string | null;
    places: number | null;
    notes: string | null;
    sharedNotes: string | null;
    /** Left as it is where the person may not write it. */
    staffNotes?: string | null;
  };
};
