import { findLogo } from "@/lib/features/centers/queries";
import { fileResponse } from "@/lib/platform/files/response";

/** The picture of a center: public like a sign on its door, because mail programs ask for it without a cookie. */
export async function GET(_request: Request, { params }: RouteContext<"/api/centers/[centerId]/logo">) {
  const logo = await findLogo((await params).centerId);
  return logo ? fileResponse(logo, { inline: true }) : new Response(null, { status: 404 });
}
