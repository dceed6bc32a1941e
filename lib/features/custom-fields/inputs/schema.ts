import { z } from "zod";
import { id } from "@/lib/values/fields";

/** What a form sends, by the id of the field; what is not among it stays as it is. */
export const customInput = z.record(id, z.string().max(2_000)).optional();
