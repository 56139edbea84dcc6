import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';

export const SCHEMAS = ['annotations', 'capture', 'case', 'indicators', 'journal-event', 'seal'] as const;
export type SchemaName = (typeof SCHEMAS)[number];

const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true });
const compiled = new Map<SchemaName, ValidateFunction>();

/** A schema of `utils/bundle/schemas/` as it is published. */
export function readSchema(name: SchemaName): Record<string, unknown> {
  const url = new URL(`../../utils/bundle/schemas/${name}.schema.json`, import.meta.url);
  return JSON.parse(readFileSync(url, 'utf8'));
}

/** What is wrong with a value by a schema of ours (JSON Schema, draft 2020-12), place and fault; empty: nothing. */
export function schemaFaults(name: SchemaName, value: unknown): string[] {
  const validate = compiled.get(name) ?? ajv.compile(readSchema(name));
  compiled.set(name, validate);
  if (validate(value)) return [];
  return (validate.errors ?? []).map(({ instancePath, message, params }) => {
    return `${instancePath || '/'} ${message} ${JSON.stringify(params)}`;
  });
}
