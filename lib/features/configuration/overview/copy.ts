import { SECTIONS, type Section, type Settings } from "@/lib/features/settings/schema";
import { paths } from "@/lib/paths";
import { formatDay, formatList } from "@/lib/values/format";
import type { Configured, LastChange, OverviewEntry, OverviewGroup } from "./schema";

type Words = (key: string, values?: Record<string, string | number>) => string;
type Standing = { settings: Settings; counts: Configured; changes: readonly LastChange[] };

const { admin } = paths.staff;

/** What makes the lines of the overview: a setting with a form of its own, a page, and a list with how much it holds. */
function entriesOf({ settings, counts, changes }: Standing, { words, say }: { words: Words; say: Words }) {
  const now = sectionsNow(settings, say);
  const zone = settings.organization.timeZone;
  const page = (key: string, href: string, standing: string | null): OverviewEntry => ({
    href,
    title: words(`settings.links.${key}`),
    body: words(`settings.links.${key}Body`),
    now: standing,
    changed: null,
  });
  const section = (name: Section): OverviewEntry => {
    const last = changes.find(({ key }) => key === SECTIONS[name]);
    return {
      href: admin.configurationSection(name),
      title: words(`settings.${SECTIONS[name]}.title`),
      body: say(`bodies.${name}`),
      now: now[name],
      changed: last ? say("changed", { when: formatDay(last.at, { locale: "en", zone }), who: last.actorName }) : null,
    };
  };
  const inUse = (key: keyof Configured, href: string) => page(key, href, say("inUse", { count: counts[key] ?? 0 }));
  return { page, section, inUse };
}

/** Everything an administrator can set, in groups, each with what is set now. */
export function overviewGroups(standing: Standing, words: Words): OverviewGroup[] {
  const { settings, counts } = standing;
  const say: Words = (key, values) => words(`settings.overview.${key}`, values);
  const { page, section, inUse } = entriesOf(standing, { words, say });
  const fields = { own: counts.ownFields, mandatory: settings.clientFields.mandatory.length };
  const agreement = counts.agreement ? say("version", { number: counts.agreement }) : say("noText");
  const asked = settings.security.secondFactorRoles.length;
  return [
    {
      title: say("groups.words"),
      entries: [section("organization"), section("words"), inUse("languages", admin.languages)],
    },
    {
      title: say("groups.records"),
      entries: [
        inUse("statuses", admin.statuses),
        page("clientFields", admin.clientFields, say("fields", fields)),
        inUse("services", admin.services),
        inUse("fundingSources", admin.fundingSources),
        inUse("prospectStages", admin.prospectStages),
        inUse("actionCodes", admin.actionCodes),
      ],
    },
    {
      title: say("groups.portal"),
      entries: [
        section("portal"),
        section("corrections"),
        section("booking"),
        page("agreement", admin.agreement, agreement),
      ],
    },
    {
      title: say("groups.mail"),
      entries: [section("mail"), section("session-mails"), inUse("templates", admin.emailTemplates)],
    },
    {
      title: say("groups.safety"),
      entries: [
        page("securityPolicy", admin.securityPolicy, say("secondFactor", { count: asked })),
        page("configurationFile", admin.configurationFile, null),
      ],
    },
  ];
}

function sectionsNow(settings: Settings, say: Words): Record<Section, string> {
  const { organization, terminology, portal, portalFields, booking, mail, sessionMails } = settings;
  const rules = Object.values(portalFields);
  const how = (rule: string) => rules.filter((each) => each === rule).length;
  const names = [terminology.client, terminology.practitioner, terminology.center, terminology.session];
  return {
    organization: organization.name,
    words: formatList(
      names.map(({ plural }) => plural),
      "en",
    ),
    portal: say(portal.ownersMayEdit ? "ownersEdit" : "ownersRead"),
    corrections: say("corrections", { atOnce: how("AT_ONCE"), staff: how("STAFF"), none: how("NONE") }),
    booking: say(`booking.${booking.mode}`),
    mail: mail.paused ? say("paused") : say("sender", { name: mail.fromName }),
    "session-mails": say("reminders", { count: sessionMails.reminders.length }),
  };
}
