import { renderLetter } from "@/lib/features/templates/emails";
import { textBody } from "@/lib/features/templates/rules";

type AddressNotice = {
  account: { firstName: string; language: string };
  organization: string;
  address: string;
  words: (key: string) => string;
};

/** Tells both addresses that one signs in with another one from now on. */
export async function addressNotice({ account, organization, address, words }: AddressNotice) {
  const values = { ACCOUNT_FIRST_NAME: account.firstName, ORGANIZATION_NAME: organization, USERNAME: address };
  const body = textBody(words("accounts.addressNotice.body"));
  const { language } = account;
  const { subject, html, text } = await renderLetter({
    subject: words("accounts.addressNotice.subject"),
    body,
    values,
    language,
  });
  return { subject, html, text };
}
