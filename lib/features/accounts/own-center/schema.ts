import { z } from "zod";
import { blankAsNull, id } from "@/lib/values/fields";

export const chooseCenterInput = z.object({ centerId: blankAsNull(id) });
