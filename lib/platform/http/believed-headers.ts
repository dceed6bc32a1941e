import "server-only";
import { type IncomingHttpHeaders, type IncomingMessage, Server, type ServerResponse } from "node:http";
import { securityHeaders } from "./security-headers";

/** What no client can know better than we do. */
const UNBELIEVED = [
  "forwarded",
  "x-real-ip",
  "x-forwarded-port",
  "x-forwarded-server",
  "x-middleware-subrequest",
  "x-middleware-subrequest-id",
] as const;

type Known = { peer: string | undefined; origin: string };

/**
 * Makes the headers say only what may be believed. The framework keeps whatever address, host and protocol a client
 * names: the peer that opened the connection is written at the end of X-Forwarded-For, as a proxy would, and host and
 * protocol are those of the configuration.
 */
export function believe(headers: IncomingHttpHeaders, { peer, origin }: Known): void {
  for (const name of UNBELIEVED) delete headers[name];
  const { host, protocol } = new URL(origin);
  const said = [headers["x-forwarded-for"] ?? []].flat();
  headers["x-forwarded-for"] = [...said, peer ?? "unknown"].join(", ");
  headers["x-forwarded-host"] = host;
  headers["x-forwarded-proto"] = protocol.replace(":", "");
}

let watching = false;

/**
 * From now on every request to this process passes `believe` before anything reads it, and what the proxy does not see
 * (scripts, styles, what cannot be parsed) is answered with the security headers too.
 */
export function watchHeaders(origin: string): void {
  if (watching) return;
  watching = true;
  const { emit } = Server.prototype;
  const secured = Object.entries(securityHeaders({ secure: origin.startsWith("https://") }));
  Server.prototype.emit = function (...event: unknown[]): boolean {
    if (event[0] === "request") {
      const { headers, socket } = event[1] as IncomingMessage;
      believe(headers, { peer: socket.remoteAddress, origin });
      for (const [name, value] of secured) (event[2] as ServerResponse).setHeader(name, value);
    }
    return Reflect.apply(emit, this, event);
  };
}
