import "server-only";
import { headers } from "next/headers";
import { env } from "@/lib/platform/env";
import { languageFrom } from "@/lib/platform/i18n/language";

/** What a request says of itself that may be believed. */
export type RequestFacts = { requestId: string | null; ip: string | null; language: string };

/** The browser's address: the connection's own, or what a configured proxy in front of us says it is. */
export function clientAddress({
  forwardedFor,
  trusted,
}: {
  forwardedFor: string | null;
  trusted: readonly string[];
}): string | null {
  const chain = (forwardedFor ?? "")
    .split(",")
    .map((address) => address.trim())
    .filter(Boolean);
  // `believe` has appended the peer the server saw; walking from the right, the first address that is no proxy of ours is the browser.
  for (let place = chain.length - 1; place >= 0; place--) {
    const address = (chain[place] ?? "").replace(/^::ffff:/, "");
    if (!trusted.includes(address)) return address;
  }
  return null;
}

export async function requestFacts(): Promise<RequestFacts> {
  const all = await headers();
  const trusted = env()
    .TRUSTED_PROXIES.split(",")
    .map((address) => address.trim())
    .filter(Boolean);
  return {
    requestId: all.get("x-request-id"),
    ip: clientAddress({ forwardedFor: all.get("x-forwarded-for"), trusted }),
    language: await languageFrom(),
  };
}
