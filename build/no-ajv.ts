/** Stands in main's bundle for the schema validator of `conf`, which loads it even where no schema is given. */
export function Ajv2020(): never {
  throw new Error('preferences are validated by zod, not by a schema of conf')
}

/** Stands in for `ajv-formats`. */
export default function addFormats(): never {
  throw new Error('preferences are validated by zod, not by a schema of conf')
}
