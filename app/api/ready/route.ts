import { connection } from "next/server";
import { readiness } from "@/lib/platform/http/readiness";

/** Whether requests can be served: database, migrations, jobs. */
export async function GET() {
  await connection();
  const answer = await readiness();
  return Response.json(answer, { status: answer.ready ? 200 : 503 });
}
