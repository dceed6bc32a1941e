import { createServer, get, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it } from "vitest";
import { believe, watchHeaders } from "./believed-headers";
import { clientAddress } from "./request-facts";

const PEER = "203.0.113.9";
const ORIGIN = "https://portal.example.org";

function addressSaid(forwardedFor: string | undefined, { trusted = [] as string[], peer = PEER } = {}) {
  const headers: IncomingHttpHeaders = forwardedFor === undefined ? {} : { "x-forwarded-for": forwardedFor };
  believe(headers, { peer, origin: ORIGIN });
  return clientAddress({ forwardedFor: String(headers["x-forwarded-for"]), trusted });
}

it("WB-07 takes the connection's own address, whatever the client says it is", () => {
  for (const said of [undefined, "", "1.2.3.4", "1.2.3.4, 5.6.7.8", "127.0.0.1", "::1", " , ,", "unknown", PEER])
    expect(addressSaid(said), said).toBe(PEER);
});

it("WB-07 believes a configured proxy about the last step only", () => {
  const peer = "10.0.0.2";
  const trusted = ["10.0.0.2", "10.0.0.3"];
  expect(addressSaid("198.51.100.7", { trusted, peer })).toBe("198.51.100.7");
  expect(addressSaid("1.2.3.4, 198.51.100.7", { trusted, peer })).toBe("198.51.100.7");
  expect(addressSaid("198.51.100.7, 10.0.0.3", { trusted, peer: "::ffff:10.0.0.2" })).toBe("198.51.100.7");
});

it("WB-07 host and protocol are those of the configuration, and nothing else of the way here is believed", () => {
  const headers: IncomingHttpHeaders = {
    host: "10.0.0.5:3000",
    forwarded: "for=1.2.3.4;host=evil.example;proto=http",
    "x-real-ip": "1.2.3.4",
    "x-forwarded-host": "evil.example",
    "x-forwarded-proto": "http",
    "x-forwarded-port": "81",
    "x-middleware-subrequest": "proxy:proxy",
  };
  believe(headers, { peer: PEER, origin: ORIGIN });
  expect(headers).toEqual({
    host: "10.0.0.5:3000",
    "x-forwarded-for": PEER,
    "x-forwarded-host": "portal.example.org",
    "x-forwarded-proto": "https",
  });
});

it("WB-07 WB-03 every request of the process passes it once, also on a server that listened before", async () => {
  const seen: IncomingHttpHeaders[] = [];
  const server = createServer((request, response) => {
    seen.push(request.headers);
    response.end();
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  watchHeaders(ORIGIN);
  watchHeaders(ORIGIN);
  const { port } = server.address() as AddressInfo;
  const headers = { "x-forwarded-for": "1.2.3.4", "x-real-ip": "1.2.3.4" };
  const answered = await new Promise<IncomingHttpHeaders>((done) =>
    get({ port, host: "127.0.0.1", headers }, (answer) => answer.resume().on("end", () => done(answer.headers))),
  );
  server.close();
  expect(seen[0]?.["x-forwarded-for"]).toBe("1.2.3.4, 127.0.0.1");
  expect(seen[0]).not.toHaveProperty("x-real-ip");
  expect(answered).toMatchObject({
    "x-content-type-options": "nosniff",
    "strict-transport-security": "max-age=31536000; includeSubDomains",
  });
});
