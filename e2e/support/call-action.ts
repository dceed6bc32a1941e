import { readFileSync } from "node:fs";
import path from "node:path";
import { ROOT } from "../../lib/tools/project.mjs";

type ManifestEntry = { exportedName: string; filename: string; workers: Record<string, unknown> };

/** A server action as the build knows it: how to call it and where from. */
export type BuiltAction = { id: string; name: string; file: string; address: string };

/** An address of a page that holds the action: "app/(staff)/staff/tasks/page" is "/staff/tasks". */
function addressOf(page: string): string {
  const parts = page
    .replace(/^app\//, "")
    .split("/")
    .slice(0, -1);
  const shown = parts.filter((part) => !part.startsWith("("));
  return `/${shown.map((part) => (part.startsWith("[") ? "00000000-0000-7000-8000-000000000000" : part)).join("/")}`;
}

/** Every server action of the production build, read from its own manifest. */
export function builtActions(): BuiltAction[] {
  const manifest = JSON.parse(readFileSync(path.join(ROOT, ".next/server/server-reference-manifest.json"), "utf8"));
  const all = Object.entries({ ...manifest.node, ...manifest.edge }) as [string, ManifestEntry][];
  return all.map(([id, { exportedName, filename, workers }]) => ({
    id,
    name: exportedName,
    file: filename,
    address: addressOf(Object.keys(workers)[0] ?? ""),
  }));
}

export type Fields = Record<string, string | string[] | Blob>;
export type Answer = {
  status: number;
  code: string;
  body: string;
  location: string | null;
  setCookie: string[];
  cacheControl: string;
};

/** A form as React sends it to an action: the previous state and the fields, in its own encoding. */
function encodedForm(fields: Fields): FormData {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    for (const one of Array.isArray(value) ? value : [value]) body.append(`_1_${name}`, one);
  }
  body.append("0", JSON.stringify([null, "$K1"]));
  return body;
}

/**
 * Calls an action over HTTP as a browser would, without a page.
 * `code` is "ok", a refusal's code, "redirect", or "error".
 */
export async function callAction(
  origin: string,
  action: { id: string; address: string },
  { cookie, fields, headers = {} }: { cookie: string | null; fields: Fields; headers?: Record<string, string> },
): Promise<Answer> {
  const response = await fetch(origin + action.address, {
    method: "POST",
    redirect: "manual",
    headers: {
      "next-action": action.id,
      accept: "text/x-component",
      origin,
      ...(cookie ? { cookie } : {}),
      ...headers,
    },
    body: encodedForm(fields),
  });
  const body = await response.text();
  const location = response.headers.get("x-action-redirect") ?? response.headers.get("location");
  return {
    status: response.status,
    code: codeOf(response.status, body, location),
    body,
    location,
    setCookie: response.headers.getSetCookie(),
    cacheControl: response.headers.get("cache-control") ?? "",
  };
}

function codeOf(status: number, body: string, location: string | null): string {
  if (location) return "redirect";
  const refusal = body.match(/"ok":false,"refusal":\{"code":"([\w-]+)"/);
  if (refusal?.[1]) return refusal[1];
  if (/"ok":true/.test(body)) return "ok";
  return status === 403 ? "foreign_origin" : "error";
}
