import http from "node:http";
import { Problem } from "../narrate.mjs";

// Asks and takes the time, from the first byte sent to the last byte received.

const agent = new http.Agent({ keepAlive: true, maxSockets: 16 });
const HEADERS = { accept: "text/html", "accept-encoding": "gzip" };

/** Sends one request: { address, method, headers, body }; answers { status, bytes, milliseconds, text }. */
export function ask({ address, method = "GET", headers = {}, body }) {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const request = http.request(address, { method, agent, headers: { ...HEADERS, ...headers } }, (response) => {
      const chunks = [];
      response.on("data", (chunk) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => {
        const milliseconds = performance.now() - started;
        const body = Buffer.concat(chunks);
        const text = response.headers["content-type"]?.includes("json") ? body.toString() : "";
        resolve({ status: response.statusCode, headers: response.headers, bytes: body.length, milliseconds, text });
      });
    });
    request.on("error", reject);
    request.end(body);
  });
}

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

/**
 * The median time of `count` runs with `lanes` at once.
 * `run(turn, lane)` answers what it took in milliseconds.
 */
export async function medianOf(run, { count, lanes }) {
  const times = [];
  let turn = 0;
  const lane = async (number) => {
    while (turn < count) {
      turn += 1;
      times.push(await run(turn, number));
    }
  };
  await Promise.all(Array.from({ length: lanes }, (_, number) => lane(number)));
  return median(times);
}

/** Does a work once, which must succeed; answers its time. */
export async function timed(work, { origin, turn, lane }) {
  if (work.take) return work.take({ origin, turn, lane });
  const request = await work.request({ origin, turn, lane });
  const answer = await ask(request);
  const wanted = work.status ?? 200;
  if (answer.status !== wanted)
    throw new Problem(`${work.name}: ${request.address} answered ${answer.status} instead of ${wanted}`);
  work.done?.({ lane, answer });
  return answer.milliseconds;
}
