import "server-only";
import NextAuth, { type AuthOptions } from "next-auth";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db/db";
import { env } from "@/lib/platform/env";
import { currentActor } from "./current-actor";
import { SIGN_IN_LIFETIME, signInCookieName } from "./sign-in-cookie";
import { tokenHash } from "./tokens";

/** Sign-ins are made by our own commands; next-auth reads and ends the cookie they set. No provider can make one. */
function options(): AuthOptions {
  const secure = env().APP_ORIGIN.startsWith("https://");
  return {
    secret: env().AUTH_SECRET,
    providers: [],
    session: { strategy: "jwt", maxAge: SIGN_IN_LIFETIME.absolute },
    cookies: {
      sessionToken: { name: signInCookieName(), options: { httpOnly: true, sameSite: "lax", path: "/", secure } },
    },
    pages: { signIn: "/sign-in", signOut: "/", error: "/sign-in" },
    events: {
      // Its sign-out page must end the sign-in itself, not only this browser's copy of the cookie.
      signOut: async ({ token }) => {
        if (typeof token?.sid === "string") await endSignInOf(token.sid);
      },
    },
    callbacks: {
      // Nothing a browser sends is ever written into the token: it holds a random id and nothing else.
      jwt: ({ token }) => ({ sid: token.sid }),
      session: async ({ session }) => {
        const actor = await currentActor();
        return actor.kind === "account" || actor.kind === "contact"
          ? { expires: session.expires, user: { name: actor.name } }
          : { expires: session.expires };
      },
    },
  };
}

async function endSignInOf(token: string): Promise<void> {
  await db.signIn.updateMany({
    where: { tokenHash: tokenHash(token), revokedAt: null },
    data: { revokedAt: now() },
  });
}

/** Answers /api/auth/… */
export async function authHandler(
  request: Request,
  context: { params: Promise<{ nextauth: string[] }> },
): Promise<Response> {
  process.env.NEXTAUTH_URL ??= env().APP_ORIGIN;
  return NextAuth(request as never, context as never, options());
}
