import { type NextRequest, NextResponse } from "next/server";
import { bodyIsTooLarge } from "@/lib/platform/http/body-limit";
import { isOwnOrigin } from "@/lib/platform/http/origin";
import { answerHeaders, contentSecurityPolicy, securityHeaders } from "@/lib/platform/http/security-headers";

const READING = new Set(["GET", "HEAD"]);
/** Requests that carry no cookie of ours and prove themselves otherwise. */
const WITHOUT_ORIGIN = [/^\/api\/hooks\//, /^\/api\/v1\//, /^\/api\/unsubscribe\//];

function known(method: string): boolean {
  return ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"].includes(method);
}

/** Adds the security headers and turns away foreign origins early. Access is decided elsewhere: never here. */
export function proxy(request: NextRequest): NextResponse {
  const { pathname, search } = request.nextUrl;
  const secure = (process.env.APP_ORIGIN ?? "").startsWith("https://");
  const configured = new URL(process.env.APP_ORIGIN ?? request.nextUrl.origin).origin;
  const nonce = crypto.randomUUID().replaceAll("-", "");
  if (!known(request.method)) return new NextResponse(null, { status: 405, headers: securityHeaders({ secure }) });
  if (bodyIsTooLarge(pathname, request.headers.get("content-length"))) {
    return NextResponse.json({ code: "body_too_large" }, { status: 413, headers: securityHeaders({ secure }) });
  }
  const needsOrigin = !READING.has(request.method) && !WITHOUT_ORIGIN.some((path) => path.test(pathname));
  if (needsOrigin && !isOwnOrigin(request.headers.get("origin"), configured)) {
    return NextResponse.json({ code: "foreign_origin" }, { status: 403, headers: securityHeaders({ secure }) });
  }
  const policy = contentSecurityPolicy({ nonce, development: process.env.NODE_ENV === "development" });
  const forwarded = new Headers(request.headers);
  forwarded.set("x-nonce", nonce);
  forwarded.set("x-path", pathname + search);
  forwarded.set("x-request-id", crypto.randomUUID());
  forwarded.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers: forwarded } });
  for (const [name, value] of Object.entries(securityHeaders({ secure }))) response.headers.set(name, value);
  const own = answerHeaders(pathname) ?? { "content-security-policy": policy };
  for (const [name, value] of Object.entries(own)) response.headers.set(name, value);
  response.headers.set("cache-control", "no-store");
  return response;
}

export const config = { matcher: ["/((?!_next/static/).*)"] };
