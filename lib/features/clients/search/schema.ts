/** One record that a typed text may mean. */
export type Hit = { kind: "client" | "contact"; id: string; name: string; detail: string | null };
