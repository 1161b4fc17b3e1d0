/** What Discord's own OpenAPI description says of a request's body, from a package that is generated from it. */
import type { LoopbackOptions } from './types.ts'

type Validate = NonNullable<LoopbackOptions['validate']>

/** As zod tells what is wrong; of a union it tells what is wrong with each of its kinds. */
interface Issue {
  readonly code?: string
  readonly path: readonly PropertyKey[]
  readonly message: string
  readonly errors?: readonly (readonly Issue[])[]
}
interface Schema {
  readonly safeParse: (value: unknown) => { readonly error?: { readonly issues: readonly Issue[] } }
}

/** Callback types to the names of their schemas, so that a breach is told of the right one and not of all seven. */
export const callbacks: Readonly<Record<number, string>> = {
  1: 'PongInteractionCallbackRequest',
  4: 'CreateMessageInteractionCallbackRequest',
  5: 'CreateMessageInteractionCallbackRequest',
  6: 'UpdateMessageInteractionCallbackRequest',
  7: 'UpdateMessageInteractionCallbackRequest',
  8: 'ApplicationCommandAutocompleteCallbackRequest',
  9: 'ModalInteractionCallbackRequest',
  12: 'LaunchActivityInteractionCallbackRequest',
}

/** Method and path to the name of the body's schema. */
const bodies: readonly (readonly [RegExp, string])[] = [
  [/^POST \/channels\/\d+\/messages$/, 'MessageCreateRequest'],
  [/^PATCH \/channels\/\d+\/messages\/\d+$/, 'MessageEditRequestPartial'],
  [/^POST \/webhooks\/\d+\/[^/]+$/, 'IncomingWebhookRequestPartial'],
  [/^PATCH \/webhooks\/\d+\/[^/]+\/messages\/[^/]+$/, 'IncomingWebhookUpdateRequestPartial'],
  [/^POST \/applications\/\d+\/(?:guilds\/\d+\/)?commands$/, 'ApplicationCommandCreateRequest'],
  [/^PATCH \/applications\/\d+\/(?:guilds\/\d+\/)?commands\/\d+$/, 'ApplicationCommandPatchRequestPartial'],
  [/^PUT \/applications\/\d+\/(?:guilds\/\d+\/)?commands$/, 'ApplicationCommandUpdateRequest'],
  [/^POST \/users\/@me\/channels$/, 'CreatePrivateChannelRequest'],
]

/** A check for `LoopbackOptions.validate`. It gives null for a request whose body it has no schema for. */
export async function discordSchema(): Promise<Validate> {
  // @ts-expect-error The package has no types for this part.
  const schemas: Readonly<Record<string, Schema>> = await import('discord-api-spec/zod')
  return ({ method, path, body }) => {
    const type = (body as { readonly type?: number } | null)?.type ?? 0
    const name = /^\/interactions\/\d+\/[^/]+\/callback$/.test(path)
      ? callbacks[type]
      : bodies.find(([pattern]) => pattern.test(`${method} ${path}`))?.[1]
    const schema = name === undefined ? undefined : schemas[`${name}Schema`]
    if (!schema) return null
    const breaches = (one: unknown, before: readonly PropertyKey[]): readonly string[] =>
      schema.safeParse(tolerated(one)).error?.issues.map((issue) => told(issue, before)) ?? []
    if (name !== 'ApplicationCommandUpdateRequest') return breaches(body, [])
    return Array.isArray(body)
      ? body.flatMap((one, index) => breaches(one, [index]))
      : ['body: expected a list of commands']
  }
}

// Of the kinds of a union, the one that was meant: whose type is right.
function told({ code, path, message, errors = [] }: Issue, before: readonly PropertyKey[] = []): string {
  const here = [...before, ...path]
  const meant = errors.find((issues) => !issues.some((issue) => issue.path.length === 1 && issue.path[0] === 'type'))
  const [first] = meant ?? []
  if (code === 'invalid_union' && first) return told(first, here)
  return `${here.map(String).join('.') || 'body'}: ${message}`
}

// The description has default_member_permissions as a number, where Discord takes it as text.
function tolerated(body: unknown): unknown {
  if (typeof body !== 'object' || body === null) return body
  const { default_member_permissions: permissions, ...rest } = body as { default_member_permissions?: unknown }
  if (permissions === undefined) return body
  return { ...rest, default_member_permissions: typeof permissions === 'string' ? Number(permissions) : permissions }
}
