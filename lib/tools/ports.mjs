import { createServer } from "node:net";
import { Problem } from "./narrate.mjs";

/** Whether a server could listen on this port; without a host, on every address as the app does. */
export function isFree(port, host) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen({ port, host }, () => probe.close(() => resolve(true)));
  });
}

/** A free port on the loopback below the range that the system hands out to outgoing connections. */
export async function freePort(preferred) {
  if (preferred && (await isFree(preferred, "127.0.0.1"))) return preferred;
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const port = 15_000 + Math.floor(Math.random() * 17_000);
    if (await isFree(port, "127.0.0.1")) return port;
  }
  throw new Problem("No free port between 15000 and 32000 was found on this machine.");
}
