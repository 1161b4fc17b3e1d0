/** What a kept message must look like. Others may have written to the file, so nothing in it is trusted. */
import { z } from 'zod'
import type { RawMessage } from './raw.ts'

const text = z.string()
const texts = z.array(text)
// No longer than what Discord counts with, so that new ids can be newer.
const id = text.regex(/^\d{1,19}$/)
const media = z.object({ url: text })
const user = z.object({ id, username: text, global_name: text.nullish(), bot: z.boolean().optional() })
const attachment = z.object({
  id,
  filename: text,
  size: z.number(),
  url: text,
  proxy_url: text,
  content_type: text,
  description: text.nullish(),
})
const embed = z.object({
  fields: z.array(z.looseObject({})).nullish(),
  footer: z.looseObject({}).nullish(),
})
const option = z.object({ label: text, value: text, description: text.nullish(), default: z.boolean().nullish() })

// Those that Discord nests in a message stand at most four deep: in a row, within a section, in a container.
const component = (deeper: number): z.ZodType => {
  const inner = deeper === 0 ? z.never() : component(deeper - 1)
  return z.object({
    type: z.number(),
    id: z.number().nullish(),
    style: z.number().nullish(),
    accent_color: z.number().nullish(),
    max_values: z.number().nullish(),
    custom_id: text.nullish(),
    content: text.nullish(),
    label: text.nullish(),
    description: text.nullish(),
    placeholder: text.nullish(),
    url: text.nullish(),
    disabled: z.boolean().nullish(),
    divider: z.boolean().nullish(),
    options: z.array(option).optional(),
    channel_types: z.array(z.number()).optional(),
    default_values: z.array(z.object({ id: text })).optional(),
    components: z.array(inner).nullish(),
    component: inner.nullish(),
    accessory: inner.nullish(),
    items: z.array(z.object({ media, description: text.nullish() })).nullish(),
    media: media.nullish(),
    file: media.nullish(),
  })
}

const message = z.object({
  id,
  type: z.number(),
  channel_id: id,
  author: user,
  content: text,
  flags: z.int(),
  components: z.array(component(3)),
  attachments: z.array(attachment),
  embeds: z.array(embed),
  timestamp: text,
  edited_timestamp: text.nullable(),
  mentions: z.array(user),
  mention_everyone: z.boolean(),
  message_reference: z.object({ message_id: text.optional() }).optional(),
})

/** Whether it has everything that the loopback, and the page that draws it, read without asking. */
export const isMessage = (value: unknown): value is RawMessage => message.safeParse(value).success

/** Whether it's a list of strings. */
export const isTexts = (value: unknown): value is readonly string[] => texts.safeParse(value).success
