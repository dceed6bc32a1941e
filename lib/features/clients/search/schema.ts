/** One record that a typed text may mean; `score` from 0 to 1 says how like its name is. */
export type Hit = {
  kind: "client" | "contact" | "prospect";
  id: string;
  name: string;
  detail: string | null;
  score: number;
};
