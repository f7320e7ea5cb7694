/** One parameter as params, static and mappable sections declare it. */
export interface Declared {
  name?: string;
  type: string;
  label?: string;
  required?: boolean;
  default?: unknown;
  multiple?: boolean;
  grouped?: boolean;
  time?: boolean;
  spec?: Declared | (Declared | string)[] | string;
  nested?: unknown;
  options?: unknown;
  validate?: Record<string, unknown> | boolean;
}

export interface Option {
  label?: string;
  value?: unknown;
  default?: boolean;
  nested?: unknown;
  options?: Option[];
}

/** The parameters of a section; an RPC among them makes the rest unknown offline. */
export function readDeclared(section: unknown): {
  declared: Declared[];
  isDynamic: boolean;
} {
  const list: unknown[] = Array.isArray(section)
    ? section
    : section === undefined || section === null
      ? []
      : [section];
  return {
    declared: list.filter(
      (one): one is Declared => typeof one === "object" && one !== null,
    ),
    isDynamic: list.some((one) => typeof one === "string"),
  };
}

/** The options of a select that are written down; undefined where an RPC gives them. */
export function staticOptions({ options }: Declared): Option[] | undefined {
  const list = Array.isArray(options)
    ? options
    : (options as { store?: unknown } | undefined)?.store;
  if (!Array.isArray(list)) return undefined;
  return (list as Option[]).flatMap((option) => option.options ?? [option]);
}

/** What opens under a value: the nested parameters of the chosen option, or of the parameter. */
export function nestedOf(parameter: Declared, value: unknown): unknown[] {
  const { options, nested, type } = parameter;
  const chosen = staticOptions(parameter)?.filter((option) =>
    (Array.isArray(value) ? value : [value]).some(
      (one) => String(one) === String(option.value),
    ),
  );
  const shared =
    typeof options === "object" && options !== null && "nested" in options
      ? [options.nested]
      : [];
  const isOpen = type === "boolean" ? value === true : value !== undefined;
  return [
    ...(chosen ?? []).map((option) => option.nested),
    ...(isOpen ? [...shared, nested] : []),
  ].filter((found) => found !== undefined);
}
