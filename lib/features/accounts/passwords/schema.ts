import { z } from "zod";
import { typedPassword } from "@/lib/features/accounts/schema";

/** A password that is being chosen; its rules need to know the person and are asked by the command. */
export const newPassword = typedPassword;

const token = z.string("text").min(20, "invalid").max(100, "invalid");

export const changePasswordInput = z.object({ current: typedPassword, password: newPassword });
export const choosePasswordInput = z.object({ token, password: newPassword });
export const newLinkInput = z.object({ token });
