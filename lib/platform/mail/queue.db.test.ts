import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type AddressInfo, createServer } from "node:net";
import path from "node:path";
import { createInterface } from "node:readline";
import { afterAll, expect, it } from "vitest";
import { closeDatabase, db, inTransaction } from "@/lib/platform/db/db";
import { deliverMail } from "./deliver";
import { queueMail, queueMails } from "./queue";
import { mailboxTransport } from "./transports/mailbox";
import { smtpTransport } from "./transports/smtp";

type Parsed = {
  subject?: string;
  headers: Map<string, unknown>;
  to: { value: { address: string; name: string }[] };
  cc?: unknown;
  bcc?: unknown;
  attachments: { filename: string }[];
};
type Session = { envelope: { rcptTo: { address: string }[] } };
type Server = {
  server: { address(): AddressInfo };
  listen(port: number, host: string, done: () => void): void;
  close(done: () => void): void;
};

// Neither package carries types.
const require = createRequire(import.meta.url);
const { SMTPServer } = require("smtp-server") as { SMTPServer: new (options: object) => Server };
const { simpleParser } = require("mailparser") as { simpleParser: (stream: unknown) => Promise<Parsed> };

const BREAKS = [
  "\r\nBcc: evil@example.com",
  "\nX-Evil: 1",
  "\r\r\n\r\nbody",
  "\0",
  "\u2028Bcc: a@b.com",
  "\u2029",
  "\u0085Cc: a@b.com",
  "\x0bx",
  "\x7f",
];

const letter = { subject: "Hello", html: "<p>Hello</p>", text: "Hello" };
const queue = (mail: Parameters<typeof queueMail>[1]) => inTransaction((tx) => queueMail(tx, mail));

afterAll(closeDatabase);

async function captureServer() {
  const got: { mail: Parsed; to: string[] }[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream: unknown, { envelope }: Session, done: (error?: unknown) => void) {
      simpleParser(stream).then((mail) => {
        got.push({ mail, to: envelope.rcptTo.map(({ address }) => address) });
        done();
      }, done);
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `smtp://127.0.0.1:${server.server.address().port}?ignoreTLS=true`;
  return { got, url, close: () => new Promise<void>((resolve) => server.close(resolve)) };
}

it("IN-06 no line end in any field makes a header or a recipient of its own", async () => {
  const { got, url, close } = await captureServer();
  for (const [place, tail] of BREAKS.entries()) {
    const hostile = `Ann${tail} <evil@example.com>, "x`;
    await queue({
      ...letter,
      source: `injection:${place}`,
      to: { email: `ana${place}@example.org`, name: hostile },
      subject: `Subject${tail}`,
      fromName: hostile,
      replyTo: `reply@example.org${tail}`,
      headers: { "List-Unsubscribe": `<https://example.org/u>${tail}` },
      attachments: [{ content: "eA==", filename: `../a${tail}.txt`, contentType: "text/plain" }],
    });
  }
  await deliverMail({ transport: smtpTransport({ url }) });
  await close();
  expect(got).toHaveLength(BREAKS.length);
  for (const { mail, to } of got) {
    expect(to).toHaveLength(1);
    expect(mail.to.value.map(({ address }) => address)).toEqual(to);
    expect([mail.cc, mail.bcc, mail.headers.get("x-evil")]).toEqual([undefined, undefined, undefined]);
    expect(mail.subject).toMatch(/^Subject/);
    expect(mail.attachments[0]?.filename).not.toMatch(/[\r\n/\\]|\.\./);
  }
});

it("IN-06 AU-08 the same holds for what the mailbox and Resend are given", async () => {
  const rows = await db.outboxMail.findMany({ where: { source: { startsWith: "injection:" } } });
  for (const row of rows) {
    const fields = [row.toName, row.fromName, row.subject, row.replyTo, ...Object.values(row.headers as object)];
    for (const field of fields) expect(field ?? "").not.toMatch(/[\p{Cc}\u2028\u2029]/u);
    expect(`${row.toName}${row.fromName}`).not.toMatch(/[<>",@]/);
  }
});

/** A mail server that writes down what it is told, word by word: the parsing ones make domains look nicer. */
async function literalServer() {
  const recipients: string[] = [];
  const server = createServer((socket) => {
    let inData = false;
    const answer = (line: string) => {
      if (inData) {
        inData = line !== ".";
        return inData ? "" : "250 taken\r\n";
      }
      const recipient = /^RCPT TO:<(.*)>/.exec(line)?.[1];
      if (recipient) recipients.push(recipient);
      inData = line === "DATA";
      return inData ? "354 go on\r\n" : "250 well\r\n";
    };
    socket.write("220 ready\r\n");
    createInterface(socket).on("line", (line) => socket.write(answer(line)));
    socket.on("error", () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `smtp://127.0.0.1:${(server.address() as AddressInfo).port}?ignoreTLS=true`;
  return { recipients, url, close: () => server.close() };
}

it("AU-08 goes to exactly the address that was stored; only the case of the domain is the mail server's own", async () => {
  const { recipients, url, close } = await literalServer();
  const addresses = [
    "Ana.Ruiz+News@Example.ORG",
    "o'neil@example.org",
    "a_b@sub.example.org",
    "x@xn--bcher-kva.example.org",
  ];
  for (const email of addresses) await queue({ ...letter, source: "exact:1", to: { email } });
  await deliverMail({ transport: smtpTransport({ url }) });
  close();
  const exact = addresses.map((email) => email.replace(/@.*/, (domain) => domain.toLowerCase()));
  expect(recipients.sort()).toEqual(exact.sort());
});

it("IN-06 refuses a header that only the envelope may decide", async () => {
  for (const name of ["Bcc", "To", "From", "Content-Type", "X-A: b\r\nBcc", ""])
    await expect(
      queue({ ...letter, source: "header:1", to: { email: "a@example.org" }, headers: { [name]: "x" } }),
    ).rejects.toThrow("cannot be set as a header");
});

it("keeps each mail as one file, however often it is delivered", async () => {
  const folder = path.join(process.env.DATA_DIR ?? "", "mailbox-test");
  const transport = mailboxTransport({ dataDir: folder });
  const mail = {
    id: "0193a000-0000-7000-8000-000000000001",
    to: { email: "ana@example.org", name: "Ana" },
    from: { email: "office@example.org", name: "Office" },
    replyTo: null,
    ...letter,
    headers: {},
    attachments: [{ filename: "a.pdf", contentType: "application/pdf", bytes: Buffer.from("%PDF") }],
  };
  await transport.send([mail], "key");
  await transport.send([mail], "key");
  const files = readdirSync(path.join(folder, "mail")).filter((name) => name.endsWith(".json"));
  expect(files).toEqual([`${mail.id}.json`]);
  const kept = JSON.parse(readFileSync(path.join(folder, "mail", files[0] ?? ""), "utf8"));
  expect(kept).toMatchObject({ to: { email: "ana@example.org", name: "Ana" }, from: '"Office" <office@example.org>' });
  expect(readFileSync(kept.attachments[0].path, "utf8")).toBe("%PDF");
});

it("queues five thousand mails in a few statements and answers their ids in order", async () => {
  const mails = Array.from({ length: 5000 }, (_, n) => ({
    ...letter,
    source: "mailing:big",
    to: { email: `p${n}@example.org` },
  }));
  const started = performance.now();
  const ids = await inTransaction((tx) => queueMails(tx, mails));
  expect(performance.now() - started).toBeLessThan(5000);
  expect(new Set(ids).size).toBe(5000);
  const last = await db.outboxMail.findUnique({ where: { id: ids[4999] ?? "" }, select: { toEmail: true } });
  expect(last?.toEmail).toBe("p4999@example.org");
});
