/** The process is up; asks nobody else. */
export function GET() {
  return Response.json({ status: "up" });
}
