import { readFileSync } from 'node:fs'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { callbacks } from '../../../src/playground/discord/schema.ts'
import type { LoopbackOptions } from '../../../src/playground/discord/types.ts'

type Validate = NonNullable<LoopbackOptions['validate']>
type Schema = { readonly [field: string]: unknown }

interface Operation {
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> }
}

let built: Validate | undefined

/** A check of request bodies against Discord's OpenAPI file at DISCORD_OPENAPI; undefined where that isn't set. */
export function validateFromFile(path = process.env.DISCORD_OPENAPI): Validate | undefined {
  if (!path) return undefined
  built ??= validateFrom(JSON.parse(readFileSync(path, 'utf8')))
  return built
}

/** The check for an OpenAPI 3.1 document. A path that isn't in it is told; a body where none belongs, too. */
export function validateFrom(document: {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  readonly components?: unknown
}): Validate {
  const ajv = new Ajv2020({ strict: false, validateFormats: false, discriminator: false, allErrors: false })
  ajv.addSchema({ $id: 'discord', paths: document.paths, components: document.components })
  const compiled = new Map<string, ValidateFunction>()
  const compile = (pointer: string): ValidateFunction => {
    const known = compiled.get(pointer) ?? ajv.compile({ $ref: `discord#${pointer}` })
    compiled.set(pointer, known)
    return known
  }
  const templates = Object.keys(document.paths).map((path) => ({
    path,
    // A named part of the path takes anything; a path with fewer of them is the better fit.
    pattern: new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/\{[^}]+\}/g, '[^/]+')}$`),
    named: path.split('{').length,
  }))
  templates.sort((one, other) => one.named - other.named)

  return ({ method, path, body }) => {
    const template = templates.find(
      ({ path: name, pattern }) => pattern.test(path) && document.paths[name]?.[method.toLowerCase()],
    )
    if (!template) return ['not in the OpenAPI file']
    const operation = document.paths[template.path]![method.toLowerCase()] as Operation
    if (!operation.requestBody) return ['has a body where the OpenAPI file knows of none']
    const type = (body as { readonly type?: number } | null)?.type
    const named = template.path.endsWith('/callback') ? callbacks[type ?? 0] : undefined
    const pointer = named
      ? `/components/schemas/${named}`
      : `/paths/${template.path.replaceAll('~', '~0').replaceAll('/', '~1')}/${method.toLowerCase()}/requestBody/content/application~1json/schema`
    const validate = compile(encodeURI(pointer))
    if (validate(tolerated(body))) return []
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath || '/'} ${message}`)
  }
}

/** Two gaps of the file: it types default_member_permissions as an integer, and doesn't know file_types. */
function tolerated(body: unknown): unknown {
  if (Array.isArray(body)) return body.map(tolerated)
  if (typeof body !== 'object' || body === null) return body
  return Object.fromEntries(
    Object.entries(body)
      .filter(([name]) => name !== 'file_types')
      .map(([name, value]) => [
        name,
        name === 'default_member_permissions' && typeof value === 'string' ? Number(value) : tolerated(value),
      ]),
  )
}
