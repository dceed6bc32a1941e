import { openApiDocument } from "@/lib/features/api/resources/copy";
import { env } from "@/lib/platform/env";

/** What the API offers, for programs that write programs; it says nothing about anybody. */
export function GET() {
  return Response.json(openApiDocument(env().APP_ORIGIN));
}
