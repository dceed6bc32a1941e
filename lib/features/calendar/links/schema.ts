/** Whether a person has a secret calendar address; the address itself is shown when it is made. */
export type OwnLink = { madeAt: Date } | null;
