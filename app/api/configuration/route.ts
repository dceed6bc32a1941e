import { exportConfiguration } from "@/lib/features/configuration/queries";
import { paths } from "@/lib/paths";
import { admitRequest } from "@/lib/platform/access/admit-request";
import { fileResponse } from "@/lib/platform/files/response";

/** The whole configuration as one file. */
export async function GET() {
  const { actor, refused } = await admitRequest("settings.edit", { page: paths.staff.admin.configurationFile });
  if (refused) return refused;
  const bytes = new TextEncoder().encode((await exportConfiguration(actor)) ?? "");
  return fileResponse({
    name: "caseload-configuration.json",
    contentType: "application/json",
    size: bytes.length,
    bytes,
  });
}
