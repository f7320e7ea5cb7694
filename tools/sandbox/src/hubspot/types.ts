import type { Clock } from "../clock";

/** A HubSpot account (its old name, portal, is still the name on the wire). */
export interface HubspotAccount {
  portalId: number;
  timeZone: string;
  companyCurrency: string;
  additionalCurrencies: string[];
  uiDomain: string;
  accountType?: string;
  dataHostingLocation?: string;
  /** Units of company currency for one unit of the named currency, as decimal text. */
  exchangeRates?: Record<string, string>;
}

export interface ServiceKey {
  token: string;
  scopes: string[];
}

export interface PipelineStage {
  id: string;
  label: string;
  displayOrder: number;
  metadata: { isClosed: string; probability: string };
  createdAt: string;
  updatedAt: string;
  writePermissions: string;
  archived: boolean;
}

export interface Pipeline {
  id: string;
  label: string;
  displayOrder: number;
  stages: PipelineStage[];
  createdAt: string;
  updatedAt: string;
  archived: boolean;
}

export interface TaxRate {
  id: string;
  name: string;
  label: string;
  percentageRate: number;
  active: boolean;
  createdAt: string;
  updatedAt: string;
}

export interface Owner {
  id: string;
  email: string;
  type: "PERSON" | "QUEUE";
  firstName: string;
  lastName: string;
  userId: number;
  userIdIncludingInactive: number;
  createdAt: string;
  updatedAt: string;
  archived: boolean;
}

export interface PropertyOption {
  label: string;
  value: string;
  displayOrder: number;
  hidden: boolean;
  description?: string;
}

export interface PropertyDefinition {
  name: string;
  label: string;
  type: string;
  fieldType: string;
  description: string;
  groupName: string;
  options: PropertyOption[];
  displayOrder: number;
  calculated: boolean;
  externalOptions: boolean;
  hasUniqueValue: boolean;
  hidden: boolean;
  hubspotDefined?: boolean;
  createdUserId?: string;
  updatedUserId?: string;
  archived?: boolean;
  modificationMetadata: {
    archivable: boolean;
    readOnlyDefinition: boolean;
    readOnlyValue: boolean;
  };
  formField: boolean;
  dataSensitivity: string;
  createdAt: string;
  updatedAt: string;
}

/** What a caller sends to create a property; HubSpot fills in the rest. */
export type PropertyDraft = Pick<
  PropertyDefinition,
  "name" | "label" | "type" | "fieldType" | "groupName"
> &
  Partial<
    Pick<
      PropertyDefinition,
      | "description"
      | "displayOrder"
      | "hasUniqueValue"
      | "hidden"
      | "formField"
      | "options"
    >
  >;

export interface PropertyGroup {
  name: string;
  label: string;
  displayOrder: number;
  archived: boolean;
}

/** Who made a change, as property history tells it. */
export interface ChangeSource {
  sourceType: "INTEGRATION" | "CRM_UI" | "CALCULATED";
  sourceId: string;
}

export interface HistoryEntry extends ChangeSource {
  value: string;
  timestamp: string;
}

export interface HubspotObject {
  id: string;
  /** Set values only; a cleared property is absent. */
  properties: Record<string, string>;
  /** Newest first. */
  history: Record<string, HistoryEntry[]>;
  createdAt: string;
  updatedAt: string;
  archived: boolean;
  archivedAt?: string;
  /** The object that this one was merged into. */
  mergedInto?: string;
}

export type AssociationCategory = "HUBSPOT_DEFINED" | "USER_DEFINED";

/** One association as seen from one side; its twin is stored on the other. */
export interface Link {
  /** Object type id, `0-2`. */
  type: string;
  id: string;
  typeId: number;
}

/** A label made in this account, one direction. */
export interface AssociationLabel {
  from: string;
  to: string;
  typeId: number;
  inverseTypeId: number;
  name: string;
  label: string;
}

export interface Usage {
  /** Milliseconds of the calls within the last ten seconds, per token. */
  burst: Record<string, number[]>;
  /** Milliseconds of the searches within the last second. */
  searches: number[];
  /** The account's calendar day that `today` counts. */
  day: string;
  today: number;
}

/** Everything the account holds. Plain JSON. */
export interface HubspotState {
  account: HubspotAccount;
  tokens: ServiceKey[];
  /** Deal pipelines. */
  pipelines: Pipeline[];
  taxRates: TaxRate[];
  owners: Owner[];
  /** Properties and groups made in this account, by object type id. */
  properties: Record<string, PropertyDefinition[]>;
  propertyGroups: Record<string, PropertyGroup[]>;
  associationLabels: AssociationLabel[];
  /** By object type id, then by id. */
  objects: Record<string, Record<string, HubspotObject>>;
  /** By `<object type id>/<id>`. */
  links: Record<string, Link[]>;
  nextId: number;
  nextAssociationTypeId: number;
  usage: Usage;
}

export interface HubspotLimits {
  /** Off: no 429 is ever sent; page, batch and search caps stay. */
  enforce: boolean;
  burstPer10s: number;
  searchPerSecond: number;
  daily: number;
  /** How long a write stays invisible to search. */
  searchLagMs: number;
  urlLength: number;
}

export interface PipelineSeed {
  id: string;
  label: string;
  displayOrder?: number;
  stages: (Pick<PipelineStage, "id" | "label" | "metadata"> &
    Partial<PipelineStage>)[];
}

export interface ObjectReference {
  type: string;
  id: string;
}

export interface AssociationRequest {
  to: ObjectReference;
  typeId: number;
}

export interface ObjectSeed {
  /** `deal`, `deals` or `0-3`. */
  type: string;
  id: string;
  properties: Record<string, string>;
  associations?: AssociationRequest[];
}

export interface HubspotSeed {
  account: HubspotAccount;
  tokens: ServiceKey[];
  pipelines: PipelineSeed[];
  taxRates: TaxRate[];
  owners: Owner[];
  /** Extra custom properties, by object type. */
  properties?: Record<string, PropertyDraft[]>;
  objects: ObjectSeed[];
}

/** What every part of the stand-in works on. */
export interface Portal {
  state: HubspotState;
  clock: Clock;
  limits: HubspotLimits;
  /** To be called after each committed write. */
  committed(): void;
}
