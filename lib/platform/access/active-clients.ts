import "server-only";
import { type SqlFragment, sql, sqlName } from "@/lib/values/sql";

/**
 * The clients a contact acts for now, as `from … where …` of a query: living clients of standing ACTIVE through a
 * relationship that is valid today in the client's center. Names in it: `r` relationship, `c` client.
 * @param contactId the column that holds the contact's id, such as "k.id".
 */
export function activeClientsOf(contactId: string, { at }: { at: Date }): SqlFragment {
  return sql`FROM relationships r
    JOIN clients c ON c.id = r.client_id AND c.deleted_at IS NULL
    JOIN client_statuses cs ON cs.id = c.status_id AND cs.standing = 'ACTIVE'
    JOIN centers ce ON ce.id = c.center_id
    WHERE r.contact_id = ${sqlName(contactId)}
      AND (r.valid_from IS NULL OR r.valid_from <= (${at}::timestamptz AT TIME ZONE ce.time_zone)::date)
      AND (r.valid_to IS NULL OR r.valid_to >= (${at}::timestamptz AT TIME ZONE ce.time_zone)::date)`;
}
