import { makePages } from "../../tools/site/src/makePages";

export default { paths: makePages };
