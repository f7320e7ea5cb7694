import { errorRules } from "./communication/errors";
import { loggingRules } from "./communication/logging";
import { pagingRules } from "./communication/paging";
import { paginationRules } from "./communication/pagination";
import { triggerRules } from "./communication/triggers";
import { universalRules } from "./communication/universal";
import { urlRules } from "./communication/urls";
import { connectionRules } from "./connection/connectionRules";
import { scopeRules } from "./connection/scopeRules";
import { webhookRules } from "./connection/webhookRules";
import type { Rule } from "./finding";
import { functionRules } from "./function/functionRules";
import { componentMapRules } from "./manifest/componentMaps";
import { fileRules } from "./manifest/files";
import { groupRules } from "./manifest/groups";
import { idRules } from "./manifest/ids";
import { referenceRules } from "./manifest/references";
import { interfaceRules } from "./output/interfaceRules";
import { dateRules } from "./parameter/dates";
import { limitRules } from "./parameter/limits";
import { shapeRules } from "./parameter/shape";
import { usageRules } from "./parameter/usage";
import { functionReferenceRules } from "./reference/functions";
import { rpcRules } from "./reference/rpcs";
import { variableRules } from "./reference/variables";
import { schemaRules } from "./schema/schemaRules";
import { moduleWordRules } from "./wording/moduleWords";
import { parameterWordRules } from "./wording/parameterWords";

/** Every rule, in the order in which their findings are reported. */
export const rules: readonly Rule[] = [
  ...componentMapRules,
  ...idRules,
  ...fileRules,
  ...referenceRules,
  ...groupRules,
  ...schemaRules,
  ...moduleWordRules,
  ...parameterWordRules,
  ...loggingRules,
  ...errorRules,
  ...urlRules,
  ...pagingRules,
  ...paginationRules,
  ...triggerRules,
  ...universalRules,
  ...connectionRules,
  ...scopeRules,
  ...webhookRules,
  ...limitRules,
  ...shapeRules,
  ...dateRules,
  ...usageRules,
  ...rpcRules,
  ...functionReferenceRules,
  ...variableRules,
  ...interfaceRules,
  ...functionRules,
];
