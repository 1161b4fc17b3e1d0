import { z } from 'zod'
import { certainties, sourceKinds } from '../types.ts'

const words = z.array(z.string())

const source = z.strictObject({
  name: z.string(),
  role: z.string().nullable(),
  kind: z.enum(sourceKinds),
  named: z.boolean(),
  mentions: words,
})

const proposition = z.strictObject({
  text: z.string(),
  evidence: words,
  cue: z.string().nullable(),
  certainty: z.enum(certainties),
  factuality: z.literal([-3, -2, -1, 0, 1, 2, 3]),
  about: z.string().nullable(),
})

/** What the language model answers, by the names of `types.ts`; words are strings, since the model knows no places. */
export const answer = z.strictObject({
  attributions: z.array(
    z.strictObject({
      source: source.nullable(),
      sourceWords: words,
      cue: words,
      content: words,
      via: z.array(source),
      speech: z.enum(['direct', 'indirect', 'mixed', 'none']),
      confidence: z.number().min(0).max(1),
      propositions: z.array(proposition),
    }),
  ),
})

export type Answer = z.infer<typeof answer>
export type AnsweredSource = z.infer<typeof source>
export type AnsweredProposition = z.infer<typeof proposition>

/**
 * The same as JSON schema in the strict form that vendors take for structured answers: every field required, no other
 * allowed, what may be null as a union of types, no bounds on numbers.
 */
export const answerJsonSchema: Readonly<Record<string, unknown>> = strict()

function strict(): Readonly<Record<string, unknown>> {
  // The dialect's address is no part of what vendors take.
  const { $schema: _, ...schema } = z.toJSONSchema(answer, { override: ({ jsonSchema }) => narrow(jsonSchema) })
  return schema
}

function narrow(schema: z.core.JSONSchema.BaseSchema): void {
  delete schema.minimum
  delete schema.maximum
  const [one, other] = schema.anyOf ?? []
  if (one?.type && other?.type === 'null') {
    delete schema.anyOf
    Object.assign(schema, one, { type: [one.type, 'null'] })
  }
}
