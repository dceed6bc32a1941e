import { findPhoto } from "@/lib/features/practitioners/queries";
import { admitRequest } from "@/lib/platform/access/admit-request";
import { fileResponse } from "@/lib/platform/files/response";

/** The picture of a practitioner, for whom may see the record. */
export async function GET(_request: Request, { params }: RouteContext<"/api/practitioners/[practitionerId]/photo">) {
  const { actor, refused } = await admitRequest("practitioners.see-photo");
  if (refused) return refused;
  const photo = await findPhoto(actor, (await params).practitionerId);
  return photo ? fileResponse(photo, { inline: true }) : new Response(null, { status: 404 });
}
