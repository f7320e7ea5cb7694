import { choice, type Input } from "../input/input";
import type { XeroContact } from "../xero/wire";

/** By what a Xero contact without a link is recognised among HubSpot's companies. */
export type CompanyMatch = "name" | "domain";

/** The user's choice, the name unless they said otherwise. */
export function readCompanyMatch(input: Input): CompanyMatch {
  return choice(input, "companyMatch", ["name", "domain"] as const, "name");
}

/** Everybody's domains: an address there says nothing about a company. */
const SHARED =
  /^(gmail|googlemail|outlook|hotmail|live|msn|yahoo|ymail|icloud|me|mac|aol|gmx|web|t-online|proton|protonmail|mail|zoho|fastmail|btinternet|qq|163)\./;

/** The domain of a contact's website, else of its e-mail address unless that is with one of everybody's providers. */
export function domainOf({
  Website = "",
  EmailAddress = "",
}: XeroContact): string | undefined {
  const host = Website.trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, "")
    .replace(/^www\./, "")
    .replace(/[/?#:].*$/, "");
  if (/^[^\s.]+(\.[^\s.]+)+$/.test(host)) return host;
  const domain = EmailAddress.trim().toLowerCase().split("@")[1] ?? "";
  return domain && !SHARED.test(domain) ? domain : undefined;
}
