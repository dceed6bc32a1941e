import { describe, expect, it } from "vitest";
import { OPEN_CLIENTS } from "@/lib/features/clients/rules";
import { clientSearch, selectionAddress } from "@/lib/features/clients/schema";
import { selectionQuery } from "@/lib/features/clients/selection/rules";
import { encodeFilter } from "@/lib/features/filters/encoding/rules";
import { addressWith } from "@/lib/features/filters/lists/rules";
import { newId } from "@/lib/values/id";
import { resolveSearch } from "./rules";

const open = encodeFilter(OPEN_CLIENTS);
const saved = { id: newId(), name: "Mine", shared: false, own: true, query: { filter: open, q: "bakery" } };
const resolve = (parameters: Record<string, unknown>) => resolveSearch(clientSearch.parse(parameters), [saved]);

describe("the address of the list of clients", () => {
  it("means what it says, and nothing where it is nonsense", () => {
    expect(resolve({})).toMatchObject({ filter: null, unreadable: false, sort: "name", direction: "asc" });
    expect(resolve({ view: "open" })).toMatchObject({ filter: OPEN_CLIENTS, open: true });
    expect(resolve({ sort: "password", direction: "sideways", page: ["a", "b"] })).toMatchObject({
      sort: "name",
      page: "a",
    });
  });

  it("lists nobody when its filter cannot be read or asks for what is not offered", () => {
    const unknown = encodeFilter({ field: "password", operator: "is", value: "x" });
    for (const filter of ["tampered", unknown])
      expect(resolve({ filter })).toMatchObject({ filter: null, unreadable: true });
  });

  it("S2-51 shows a saved filter as it was saved, and says when it was changed", () => {
    expect(resolve({ saved: saved.id })).toMatchObject({ filter: OPEN_CLIENTS, q: "bakery", edited: false });
    expect(resolve({ saved: saved.id, q: "tools" })).toMatchObject({ edited: true, saved: { name: "Mine" } });
    expect(resolve({ saved: newId() })).toMatchObject({ filter: null, saved: null });
  });

  it("begins at its first page when anything else changes", () => {
    const current = { q: "a b", page: "cursor", sort: undefined };
    expect(addressWith("/list", current, { sort: "number" })).toBe("/list?q=a+b&sort=number");
    expect(addressWith("/list", current, { page: "next" })).toBe("/list?q=a+b&page=next");
    expect(addressWith("/list", {}, {})).toBe("/list");
  });
});

describe("a selection in an address", () => {
  const read = (query: string) => selectionAddress.parse(Object.fromEntries(new URLSearchParams(query)));

  it("S2-46 comes back as it was", () => {
    const [a, b] = [newId(), newId()];
    const some = { all: false, ids: [a, b], except: [] };
    expect(read(selectionQuery(some))).toEqual(some);
    const all = { all: true, ids: [], except: [a], filter: open, q: "x" };
    expect(read(selectionQuery(all))).toEqual(all);
  });

  it("S2-60 means one client where one is named, and nobody where nothing can be read", () => {
    const id = newId();
    expect(read(`client=${id}`)).toEqual({ all: false, ids: [id], except: [] });
    expect(read("ids=1;drop&all=yes")).toEqual({ all: false, ids: [], except: [] });
  });
});
