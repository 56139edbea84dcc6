/** What the STIX 2.1 specification (OASIS Standard, 10 June 2021) asks of an object; an empty list: nothing is wrong. */
export function faultsOf(object: Readonly<Record<string, unknown>>): string[] {
  const rule = RULES[String(object.type)];
  if (!rule) return [`no such type: ${object.type}`];
  const known: Rules = { ...rule.common, ...rule.own };
  const faults: string[] = [];
  for (const name of [...rule.required, 'type', 'id']) {
    if (!(name in object)) faults.push(`${name} is missing`);
  }
  for (const [name, value] of Object.entries(object)) {
    const isRight = known[name];
    if (!isRight) faults.push(`${name} is no property of ${object.type}`);
    else if (!isRight(value)) faults.push(`${name} is wrong: ${JSON.stringify(value)}`);
    // Section 3.1: property names; section 2.10: no empty lists.
    if (!/^[a-z0-9_]{2,250}$/.test(name)) faults.push(`${name} is no property name`);
  }
  if (!String(object.id).startsWith(`${object.type}--`)) faults.push('the id is of another type');
  return faults;
}

type Check = (value: unknown) => boolean;
type Rules = Readonly<Record<string, Check>>;

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}';
const text: Check = (value) => typeof value === 'string' && value !== '';
const matching =
  (pattern: RegExp): Check =>
  (value) =>
    typeof value === 'string' && pattern.test(value);
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.length > 0 && value.every(check);
const idOf = (types: string) => matching(new RegExp(`^(?:${types})--${UUID}$`));
/** Section 3.2: RFC 3339, in UTC, written with Z. */
const timestamp = matching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/);
const version = matching(/^2\.1$/);

/** Section 2.5.2: at least one of description, url, external_id beside the source's name. */
const externalReference: Check = (value) => {
  const { source_name, ...others } = value as Record<string, unknown>;
  const names = ['description', 'url', 'external_id', 'hashes'];
  return (
    text(source_name) &&
    ['description', 'url', 'external_id'].some((name) => name in others) &&
    Object.entries(others).every(([name, other]) => names.includes(name) && text(other))
  );
};

/** Section 7.3: the keys are ids of definitions, and each says which kind of extension it is. */
const extensions: Check = (value) =>
  Object.entries(value as object).length > 0 &&
  Object.entries(value as Record<string, Record<string, unknown>>).every(
    ([key, extension]) =>
      idOf('extension-definition')(key) &&
      matching(/^(?:new-sdo|new-sco|new-sro|property-extension|toplevel-property-extension)$/)(
        extension.extension_type,
      ) &&
      Object.keys(extension).every((name) => /^[a-z0-9_]{3,250}$/.test(name)),
  );

const SDO: Rules = {
  type: text,
  spec_version: version,
  id: text,
  created_by_ref: idOf('identity'),
  created: timestamp,
  modified: timestamp,
  external_references: listOf(externalReference),
  object_marking_refs: listOf(idOf('marking-definition')),
};
const SDO_REQUIRED = ['spec_version', 'created', 'modified'];
const SCO: Rules = { type: text, spec_version: version, id: text, extensions };

const sco = (own: Rules, required: readonly string[] = ['value']) => ({
  common: { ...SCO, id: matching(new RegExp(`^[a-z0-9-]+--${UUID.replace('[1-5]', '5')}$`)) },
  own,
  required,
});

const IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$|\/)|(?=$|\/))){4}(?:\/\d{1,2})?$/;

const RULES: Readonly<Record<string, { common: Rules; own: Rules; required: readonly string[] }>> = {
  // Section 4.5, 4.14, 7.3.
  identity: {
    common: SDO,
    own: { id: idOf('identity'), name: text, identity_class: text },
    required: [...SDO_REQUIRED, 'name'],
  },
  'observed-data': {
    common: SDO,
    own: {
      id: idOf('observed-data'),
      first_observed: timestamp,
      last_observed: timestamp,
      number_observed: (value) =>
        Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 999_999_999,
      object_refs: listOf(
        idOf('url|domain-name|ipv4-addr|ipv6-addr|email-addr|user-account|cryptocurrency-wallet'),
      ),
    },
    required: [...SDO_REQUIRED, 'first_observed', 'last_observed', 'number_observed', 'object_refs'],
  },
  'extension-definition': {
    common: SDO,
    own: {
      id: idOf('extension-definition'),
      name: text,
      description: text,
      schema: text,
      version: matching(/^\d+\.\d+(?:\.\d+)?$/),
      extension_types: listOf(
        matching(/^(?:new-sdo|new-sco|new-sro|property-extension|toplevel-property-extension)$/),
      ),
    },
    required: [...SDO_REQUIRED, 'created_by_ref', 'name', 'schema', 'version', 'extension_types'],
  },
  // Section 6.4, 6.5, 6.8, 6.9, 6.15, 6.16; the wallet by its own schema.
  'domain-name': sco({ value: matching(/^(?=.{1,253}$)[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})+$/) }),
  'email-addr': sco({ value: matching(/^[\x21-\x3f\x41-\x7e]{1,64}@[a-z0-9.-]+$/) }),
  'ipv4-addr': sco({ value: matching(IPV4) }),
  'ipv6-addr': sco({ value: matching(/^[0-9a-f:.]+(?:\/\d{1,3})?$/) }),
  url: sco({
    value: (value) => matching(/^[a-z][a-z0-9+.-]*:[\x21-\x7e]+$/)(value) && URL.canParse(String(value)),
  }),
  'user-account': sco({ account_type: text, user_id: text, account_login: text }, []),
  'cryptocurrency-wallet': sco({ value: text }, ['value', 'extensions']),
};
