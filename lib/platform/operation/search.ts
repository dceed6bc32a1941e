import { z } from "zod";

const single = (value: unknown) => (Array.isArray(value) ? value[0] : value);

/** The address of a list of operations. */
export const operationSearch = z.object({
  page: z.preprocess(single, z.string().max(2000).optional().catch(undefined)),
});
