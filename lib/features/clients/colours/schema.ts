import { z } from "zod";
import { blankAsNull, id } from "@/lib/values/fields";
import { CLIENT_COLOURS } from "./rules";

export const pickColourInput = z.object({ clientId: id, colour: blankAsNull(z.enum(CLIENT_COLOURS)) });
export type PickColourInput = z.output<typeof pickColourInput>;
