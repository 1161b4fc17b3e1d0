import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, it } from 'vitest'
import { examples } from '../../src/llm/prompt.ts'
import { answerJsonSchema } from '../../src/llm/schema.ts'

type Schema = { readonly [key: string]: unknown }

function* objectsIn(schema: unknown): Generator<Schema> {
  if (typeof schema !== 'object' || schema === null) return
  if (!Array.isArray(schema)) yield schema as Schema
  for (const value of Object.values(schema)) yield* objectsIn(value)
}

it('is in the strict form: every field required and no other, no union but with null, no bounds', () => {
  const objects = [...objectsIn(answerJsonSchema)].filter(({ properties }) => properties)
  expect(objects).toHaveLength(5)
  for (const { required, properties, additionalProperties } of objects) {
    expect(required).toEqual(Object.keys(properties as object))
    expect(additionalProperties).toBe(false)
  }
  const keywords = new Set([...objectsIn(answerJsonSchema)].flatMap((one) => (one.type ? Object.keys(one) : [])))
  expect([...keywords].sort()).toEqual(['additionalProperties', 'enum', 'items', 'properties', 'required', 'type'])
})

it('takes what the examples answer and nothing else', () => {
  const takes = new Ajv2020({ strict: true, allowUnionTypes: true }).compile({ ...answerJsonSchema })
  for (const { answer } of examples) {
    expect(takes(answer)).toBe(true)
    expect(takes({ ...answer, more: 1 })).toBe(false)
    const [first, ...others] = answer.attributions
    expect(takes({ attributions: [{ ...first, source: 'Lund' }, ...others] })).toBe(false)
    expect(takes({ attributions: [{ ...first, speech: undefined }, ...others] })).toBe(false)
  }
})
