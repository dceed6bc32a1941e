import { unsubscribe } from "@/lib/features/mailings/unsubscribes/commands";
import { paths } from "@/lib/paths";
import { currentActor } from "@/lib/platform/access/current-actor";
import { env } from "@/lib/platform/env";
import { RefusalError } from "@/lib/platform/refusal";

type Context = { params: Promise<{ token: string }> };

/** The "Unsubscribe" of mail programs (RFC 8058): the link is all the proof there is, no sign-in and no Origin. */
export async function POST(_request: Request, { params }: Context): Promise<Response> {
  try {
    await unsubscribe(await currentActor(), { link: (await params).token });
    return new Response(null, { status: 204 });
  } catch (error) {
    if (error instanceof RefusalError) return Response.json({ code: error.code }, { status: 404 });
    throw error;
  }
}

/** Whoever opens the address in a browser is asked first. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  return Response.redirect(new URL(paths.portal.unsubscribe((await params).token), env().APP_ORIGIN), 303);
}
