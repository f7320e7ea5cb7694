import type { ObjectSeed } from "../hubspot/types";

/** Type ids of HubSpot's own associations. */
const CONTACT_TO_COMPANY_PRIMARY = 1;

export const COMPANY = {
  harbour: "30517120445",
  aozora: "30517120446",
  corner: "30517120447",
  northwind: "30517120448",
  twins: "30517120449",
  oldMill: "30517120450",
  rhein: "30517120451",
  fernhill: "30517120452",
  brightside: "30517120453",
  meridian: "30517120454",
};

export const CONTACT = {
  priya: "90210440101",
  tanaka: "90210440102",
  abel: "90210440103",
  ines: "90210440104",
  tom: "90210440105",
  agnes: "90210440106",
  klaus: "90210440107",
  maria: "90210440108",
  sam: "90210440109",
  jo: "90210440110",
  jordan: "90210440111",
  owen: "90210440112",
};

export const companies: ObjectSeed[] = [
  company(COMPANY.harbour, "Harbour & Finch Ltd", "harbourfinch.example", {
    phone: "+44 20 7946 0018",
    address: "14 Quayside",
    city: "Bristol",
    zip: "BS1 4DJ",
    country: "United Kingdom",
  }),
  company(COMPANY.aozora, "株式会社 青空", "aozora.example"),
  company(COMPANY.corner, 'The "Corner" Bakery', "cornerbakery.example"),
  company(COMPANY.northwind, "Northwind Energy plc", "northwind.example"),
  company(COMPANY.twins, "Twin Rivers Estates", "twinrivers.example"),
  company(COMPANY.oldMill, "Old Mill Brewery", "oldmill.example"),
  company(COMPANY.rhein, "Rhein Verlag GmbH", "rheinverlag.example"),
  company(COMPANY.fernhill, "Fernhill School", "fernhill.example"),
  company(COMPANY.brightside, "Brightside Dental", "brightside.example"),
  company(COMPANY.meridian, "Meridian Media Buying", "meridian.example"),
];

export const contacts: ObjectSeed[] = [
  person(
    CONTACT.priya,
    "Priya",
    "Nair",
    "priya@harbourfinch.example",
    COMPANY.harbour,
  ),
  person(CONTACT.tanaka, "彩", "田中", "tanaka@aozora.example", COMPANY.aozora),
  person(
    CONTACT.abel,
    "Abel",
    "O'Rourke",
    "abel@cornerbakery.example",
    COMPANY.corner,
  ),
  person(
    CONTACT.ines,
    "Inês",
    "Prata",
    "accounts@northwind.example",
    COMPANY.northwind,
  ),
  person(
    CONTACT.tom,
    "Tom",
    "Hale",
    "office@twinrivers.example",
    COMPANY.twins,
  ),
  person(
    CONTACT.agnes,
    "Agnes",
    "Miller",
    "agnes@oldmill.example",
    COMPANY.oldMill,
  ),
  person(
    CONTACT.klaus,
    "Klaus",
    "Weber",
    "weber@rheinverlag.example",
    COMPANY.rhein,
  ),
  person(CONTACT.maria, "Maria", "Lopez", "maria.lopez@studio-lopez.example"),
  person(
    CONTACT.sam,
    "Sam",
    "Birch",
    "bursar@fernhill.example",
    COMPANY.fernhill,
  ),
  person(
    CONTACT.jo,
    "Jo",
    "Brandt",
    "hello@brightside.example",
    COMPANY.brightside,
  ),
  person(
    CONTACT.jordan,
    "Jordan",
    "Reyes",
    "finance@meridian.example",
    COMPANY.meridian,
  ),
  person(CONTACT.owen, "Owen", "Pryce", ""),
];

function company(
  id: string,
  name: string,
  domain: string,
  more: Record<string, string> = {},
): ObjectSeed {
  return { type: "companies", id, properties: { name, domain, ...more } };
}

function person(
  id: string,
  firstname: string,
  lastname: string,
  email: string,
  companyId?: string,
): ObjectSeed {
  return {
    type: "contacts",
    id,
    properties: { firstname, lastname, ...(email && { email }) },
    associations: companyId
      ? [
          {
            to: { type: "companies", id: companyId },
            typeId: CONTACT_TO_COMPANY_PRIMARY,
          },
        ]
      : [],
  };
}
