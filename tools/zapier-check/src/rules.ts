import { compatibilityRules } from "./compatibility/compatibilityRules";
import { authRules } from "./definition/authRules";
import { linkRules } from "./definition/linkRules";
import { referenceRules } from "./definition/referenceRules";
import { sampleRules } from "./definition/sampleRules";
import { schemaRules } from "./definition/schemaRules";
import { stepRules } from "./definition/stepRules";
import { triggerRules } from "./definition/triggerRules";
import type { Rule } from "./finding";
import { listingRules } from "./listing/listingRules";
import { liveRules } from "./live/liveRules";
import { fieldWordRules } from "./wording/fieldWords";
import { labelRules } from "./wording/labelRules";
import { stepWordRules } from "./wording/stepWords";

/** Every rule, in the order in which their findings are reported. */
export const rules: readonly Rule[] = [
  ...schemaRules,
  ...compatibilityRules,
  ...authRules,
  ...referenceRules,
  ...triggerRules,
  ...linkRules,
  ...stepRules,
  ...sampleRules,
  ...labelRules,
  ...stepWordRules,
  ...fieldWordRules,
  ...listingRules,
  ...liveRules,
];
