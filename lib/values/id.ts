const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

let lastMillisecond = 0;
let sequence = 0;

export function isId(value: unknown): value is string {
  return typeof value === "string" && UUID.test(value);
}

/** A key that sorts by the time it was made, also within one millisecond (UUID version 7, RFC 9562 method 1). */
export function newId(): string {
  const bytes = randomBytes();
  advance();
  for (let index = 0; index < 6; index++) bytes[index] = Math.floor(lastMillisecond / 256 ** (5 - index)) % 256;
  bytes[6] = 0x70 | (sequence >> 8);
  bytes[7] = sequence & 0xff;
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  let hex = "";
  for (const byte of bytes) hex += HEX[byte];
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

let pool = new Uint8Array(0);
let used = 0;

/** Sixteen bytes of which the last eight are random; asking the system once per key would cost more than all the rest. */
function randomBytes(): Uint8Array {
  if (used >= pool.length) {
    pool = crypto.getRandomValues(new Uint8Array(2048));
    used = 0;
  }
  const bytes = new Uint8Array(16);
  bytes.set(pool.subarray(used, used + 8), 8);
  used += 8;
  return bytes;
}

/** A clock that stands still or goes back must not break the order: the counter runs on, then borrows a millisecond. */
function advance() {
  const millisecond = Date.now();
  if (millisecond > lastMillisecond) {
    lastMillisecond = millisecond;
    sequence = 0;
  } else if (sequence < 0xfff) sequence += 1;
  else {
    lastMillisecond += 1;
    sequence = 0;
  }
}
