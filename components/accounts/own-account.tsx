import { useTranslations } from "next-intl";
import type { ComponentProps, ReactNode } from "react";
import { ChangePasswordForm } from "@/components/sign-in/change-password-form";
import { type SignInItem, SignInList } from "@/components/sign-in/sign-in-list";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import * as secondStep from "@/lib/features/accounts/second-factor/actions";
import type { ServerAction } from "@/lib/platform/action-state";
import { SecondFactorCard } from "./second-factor-card";

type OwnAccountProps = {
  person: { name: string; email: string };
  password: ServerAction;
  secondFactor: ComponentProps<typeof SecondFactorCard>["state"];
  signIns: readonly SignInItem[];
  /** Of practitioners only. */
  calendar: ReactNode;
  rights: ReactNode;
  signInActions: { end: ServerAction; everywhere: ServerAction };
};

const SECOND_FACTOR = {
  begin: secondStep.beginSecondFactorAction,
  enrol: secondStep.enrolSecondFactorAction,
  renew: secondStep.renewRecoveryCodesAction,
  remove: secondStep.removeSecondFactorAction,
};

/** One's own account in the back office: password, second step, and where one is signed in. */
export function OwnAccount(props: OwnAccountProps) {
  const t = useTranslations();
  const { person, signInActions } = props;
  return (
    <>
      <PageHeader title={t("accounts.own.title")} facts={[person.name, person.email]} />
      <Section title={t("sign-in.password.title")}>
        <ChangePasswordForm action={props.password} />
      </Section>
      <Section title={t("accounts.own.secondFactor")} description={t("accounts.own.secondFactorHelp")}>
        <SecondFactorCard state={props.secondFactor} actions={SECOND_FACTOR} />
      </Section>
      <Section title={t("sign-in.account.signIns")} description={t("sign-in.account.signInsHelp")}>
        <SignInList items={props.signIns} end={signInActions.end} everywhere={signInActions.everywhere} />
      </Section>
      {props.calendar}
      {props.rights}
    </>
  );
}
