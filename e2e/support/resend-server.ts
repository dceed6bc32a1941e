import { createHash, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

// Speaks the part of Resend's protocol that mail leaves through, and keeps its promises: idempotency keys for 24 hours,
// five requests a second, permissive batches. Faults are dealt out on request, from a seed so that runs repeat.

type Email = {
  from: string;
  to: string | string[];
  subject: string;
  html?: string;
  text?: string;
  attachments?: unknown[];
};
export type DeliveredMail = { id: string; to: string; subject: string; key: string; email: Email };
type Answer = { status: number; body: unknown };

export type Faults = {
  /** Shares of requests, 0 to 1. */
  tooMany?: number;
  broken?: number;
  /** The mails are taken and the connection is cut before the answer. */
  lostAnswer?: number;
  /** Milliseconds that every request takes. */
  latencyMs?: number;
  retryAfterSeconds?: number;
};

const ADDRESS = /^(?:"?[^"<>]*"? ?<)?[^\s<>@",;]+@[^\s<>@",;]+\.[^\s<>@",;]+>?$/;
const LIMIT_PER_SECOND = 5;

function seededRandom(seed: number) {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return state / 4294967296;
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

function failure(status: number, name: string, message = name): Answer {
  return { status, body: { statusCode: status, name, message } };
}

function send(response: ServerResponse, { status, body }: Answer, headers: Record<string, string> = {}) {
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(JSON.stringify(body));
}

/** What the provider has in its books. */
class Books {
  readonly delivered: DeliveredMail[] = [];
  /** When each request came, in milliseconds. */
  readonly requests: number[] = [];
  readonly #answers = new Map<string, { content: string; answer: Answer }>();

  /** The most requests that came within any one second. */
  get busiestSecond(): number {
    return Math.max(
      0,
      ...this.requests.map((at) => this.requests.filter((other) => other >= at && other < at + 1000).length),
    );
  }

  #take(email: Email, key: string): string | null {
    const to = [email.to].flat();
    if (to.length !== 1 || !ADDRESS.test(to[0] ?? "")) return null;
    const id = randomUUID();
    this.delivered.push({ id, to: to[0] ?? "", subject: email.subject, key, email });
    return id;
  }

  #process(url: string, { text, key }: { text: string; key: string }): Answer {
    if (url === "/emails") {
      const id = this.#take(JSON.parse(text), key);
      return id ? { status: 200, body: { id } } : failure(422, "validation_error", "Invalid `to` field");
    }
    const ids = (JSON.parse(text) as Email[]).map((email) => this.#take(email, key));
    const errors = ids.flatMap((id, index) => (id ? [] : [{ index, message: "Invalid `to` field" }]));
    return { status: 200, body: { data: ids.filter(Boolean).map((id) => ({ id })), errors } };
  }

  answer(url: string, { text, key }: { text: string; key: string }): Answer {
    const content = createHash("sha256").update(`${url}\n${text}`).digest("hex");
    const before = this.#answers.get(key);
    if (before) return before.content === content ? before.answer : failure(409, "invalid_idempotent_request");
    const answer = this.#process(url, { text, key: key || randomUUID() });
    if (key && answer.status === 200) this.#answers.set(key, { content, answer });
    return answer;
  }
}

export type ResendServer = {
  url: string;
  apiKey: string;
  books: Books;
  faults: Faults;
  close(): Promise<void>;
};

/** Starts it on a free port of the loopback. */
export async function startResendServer({ port = 0, seed = 7 } = {}): Promise<ResendServer> {
  const apiKey = "re_test_only";
  const books = new Books();
  const faults: Faults = {};
  const random = seededRandom(seed);

  async function handle(request: IncomingMessage, response: ServerResponse) {
    const text = await bodyOf(request);
    const at = performance.now();
    books.requests.push(at);
    const busy = books.requests.filter((other) => other > at - 1000).length > LIMIT_PER_SECOND;
    if (faults.latencyMs) await new Promise((resolve) => setTimeout(resolve, faults.latencyMs));
    if (request.headers.authorization !== `Bearer ${apiKey}`) return send(response, failure(401, "invalid_api_key"));
    if (busy || random() < (faults.tooMany ?? 0)) {
      const after = String(faults.retryAfterSeconds ?? 1);
      return send(response, failure(429, "rate_limit_exceeded"), { "retry-after": after });
    }
    if (random() < (faults.broken ?? 0)) return send(response, failure(500, "internal_server_error"));
    if (request.method !== "POST" || !/^\/emails(\/batch)?$/.test(request.url ?? ""))
      return send(response, failure(404, "not_found"));
    const answer = books.answer(request.url ?? "", { text, key: String(request.headers["idempotency-key"] ?? "") });
    if (random() < (faults.lostAnswer ?? 0)) return request.socket.destroy();
    return send(response, answer);
  }

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) =>
      send(response, failure(400, "validation_error", String(error))),
    );
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const { port: taken } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  return { url: `http://127.0.0.1:${taken}`, apiKey, books, faults, close };
}
