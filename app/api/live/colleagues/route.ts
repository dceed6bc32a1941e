import { findColleagues } from "@/lib/features/notices/queries";
import { admitRequest } from "@/lib/platform/access/admit-request";

/** Who can be mentioned in what staff write for staff. */
export async function GET() {
  const { refused } = await admitRequest("pins.edit");
  if (refused) return refused;
  const colleagues = await findColleagues("staff");
  return Response.json({ colleagues }, { headers: { "cache-control": "no-store" } });
}
