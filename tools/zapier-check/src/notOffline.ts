/** The rules that look into Zapier's own records, or whose text is not public, and why nothing here stands for them. */
export const notOffline: readonly { rules: string; reason: string }[] = [
  { rules: "A001", reason: "asks for a connected account at Zapier" },
  {
    rules: "C004, D027, D028",
    reason:
      "are known by their numbers alone; D027 asks for the newest zapier-platform-core",
  },
  { rules: "L001-L004", reason: "look at the state of the uploaded version" },
  {
    rules: "M003, M005, M007",
    reason: "look at the developer's role and address, and at other apps",
  },
  { rules: "S001-S003", reason: "count users and their live Zaps" },
  {
    rules: "T001-T006, Z001",
    reason:
      "read the history of real Zaps at Zapier; here they read what runs against the local HubSpot and Xero handed out",
  },
  { rules: "U001", reason: "asks for the developer's agreement to terms" },
];
