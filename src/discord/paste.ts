import {
  FileUploadBuilder,
  LabelBuilder,
  ModalBuilder,
  type ModalSubmitInteraction,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js'
import type { Desk, Material } from '../desk.ts'
import { InputError } from '../errors.ts'
import { button } from '../replies/discord/components.ts'
import { customId } from '../replies/discord/custom-id.ts'
import { postBreakdown } from './post-breakdown.ts'

/** `custom_id` of the window to paste into. */
export const pasteId = 'v1:window'

/** Discord's own, in UTF-16 units; a longer paste is cut without a word. */
const longestField = 4000
const fields = ['text', 'more', 'rest'] as const

/** The window to paste into: the text, two fields for the rest of it, or a file. */
export function pasteWindow(): ModalBuilder {
  const field = (id: string, label: string, description: string) =>
    new LabelBuilder()
      .setLabel(label)
      .setDescription(description)
      .setTextInputComponent(
        new TextInputBuilder()
          .setCustomId(id)
          .setStyle(TextInputStyle.Paragraph)
          .setMaxLength(longestField)
          .setRequired(false),
      )
  return new ModalBuilder()
    .setCustomId(pasteId)
    .setTitle('Break down claims')
    .addLabelComponents(
      field('text', 'Text of the article', 'Headline and text, up to 4,000 characters'),
      field('more', 'The text goes on', 'What didn’t fit above'),
      field('rest', 'And on', 'What didn’t fit above'),
      new LabelBuilder()
        .setLabel('Or a file')
        .setDescription('.txt, .md, .html, .pdf or .docx, up to 5 MB')
        .setFileUploadComponent(
          new FileUploadBuilder().setCustomId('file').setMinValues(0).setMaxValues(1).setRequired(false),
        ),
    )
}

/** Takes what was pasted or attached in the window; answers to who pasted it only. */
export async function takePaste(interaction: ModalSubmitInteraction<'cached'>, desk: Desk): Promise<void> {
  const values = fields.map((name) => interaction.fields.getTextInputValue(name))
  const file = interaction.fields.getUploadedFiles('file')?.first()
  const text = joined(values)
  const wasCut = values.some((value, i) => value.length >= longestField && (values[i + 1] ?? '') === '')
  const material: Material | null =
    text.trim() !== ''
      ? { kind: 'text', text }
      : file
        ? { kind: 'file', file: { url: file.url, name: file.name, size: file.size, type: file.contentType } }
        : null
  if (!material)
    throw new InputError({
      expected: 'a text or a file',
      got: 'neither',
      advice: 'Paste the article’s text, or attach a file',
    })
  const asked = wasCut
    ? 'A field was filled to its last character: was the paste cut there? If so, paste again with the rest in the next field, or attach the text as a file.'
    : null
  const notices = [asked, text.trim() !== '' && file ? 'The file was left out, since a text was pasted.' : null]
  await postBreakdown(interaction, desk, material, {
    publicly: false,
    notice: notices.filter((one) => one !== null).join(' ') || null,
    buttons: wasCut ? [button('Paste again', customId({ to: 'paste', user: interaction.user.id }))] : [],
  })
}

// A field that is full goes on in the next, within a word maybe; one that isn't ends a paragraph.
function joined(values: readonly string[]): string {
  return values.reduce((text, value, i) => {
    if (value === '') return text
    const before = values[i - 1] ?? ''
    return text === '' ? value : `${text}${before.length >= longestField ? '' : '\n\n'}${value}`
  }, '')
}
