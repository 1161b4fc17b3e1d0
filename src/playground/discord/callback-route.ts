/** The first answer to an interaction: in time, once, of a fitting kind. */
import { alreadyAcknowledged, invalidForm, refuse, unknownInteraction } from './api-error.ts'
import type { Body } from './body.ts'
import { changed, edit, keep, say } from './bot-says.ts'
import { checkChoices, checkModal } from './check-modal.ts'
import { messageJson } from './message-json.ts'
import type { RawModal } from './raw.ts'
import { type Call, nothing, ok, type Reply } from './router.ts'
import type { AnswerKind } from './types.ts'
import type { StoredInteraction, World } from './world.ts'
import { blankMessage, flagBits } from './write-message.ts'

const callbackKinds: Readonly<Record<number, AnswerKind>> = {
  4: 'message',
  5: 'deferred',
  6: 'deferred update',
  7: 'update',
  8: 'autocomplete',
  9: 'modal',
}

/** POST /interactions/:interaction/:token/callback */
export function callback({ world, at, query, body }: Call): Reply {
  const interaction = world.interactions.get(at.token!)
  if (!interaction || interaction.id !== at.interaction) throw unknownInteraction()
  if (interaction.kind === 'none') throw unknownInteraction()
  if (interaction.kind !== null) throw alreadyAcknowledged()
  const { type, data } = (body.json ?? {}) as { readonly type?: number; readonly data?: unknown }
  const kind = callbackKinds[type ?? 0]
  if (!kind || !fits(interaction, kind))
    throw invalidForm([
      {
        path: ['type'],
        code: 'BASE_TYPE_CHOICES',
        message: `Type ${type} can't answer an interaction of type ${interaction.type}.`,
      },
    ])
  answerWith(world, interaction, kind, { json: data ?? null, files: body.files })
  interaction.kind = kind
  interaction.firstAfter = Date.now() - interaction.createdAt
  changed(interaction)
  if (query.get('with_response') !== 'true') return nothing
  const shown = kind === 'update' || kind === 'deferred update' ? interaction.source : interaction.reply
  return ok({
    interaction: {
      id: interaction.id,
      type: interaction.type,
      ...(shown && { response_message_id: shown.raw.id }),
      response_message_loading: kind === 'deferred',
      response_message_ephemeral: interaction.ephemeral,
    },
    ...(shown && { resource: { type, message: messageJson(world, shown) } }),
  })
}

/** An autocomplete takes choices only; a modal can't follow a modal; only a component (or its modal) can update. */
function fits({ type, source }: StoredInteraction, kind: AnswerKind): boolean {
  if (type === 4 || kind === 'autocomplete') return type === 4 && kind === 'autocomplete'
  if (kind === 'modal') return type !== 5
  return (kind !== 'update' && kind !== 'deferred update') || source !== null
}

function answerWith(world: World, interaction: StoredInteraction, kind: AnswerKind, body: Body): void {
  const fields = (body.json ?? {}) as { readonly flags?: number; readonly choices?: StoredInteraction['choices'] }
  if (kind === 'autocomplete') {
    const choices = fields.choices ?? []
    refuse(checkChoices(choices), ['data'])
    interaction.choices = choices
  } else if (kind === 'modal') {
    refuse(checkModal(body.json as RawModal), ['data'])
    interaction.modal = body.json as RawModal
  } else if (kind === 'message') {
    interaction.ephemeral = ((fields.flags ?? 0) & flagBits.ephemeral) !== 0
    interaction.reply = say(world, interaction, body, interaction.ephemeral, ['data'])
  } else if (kind === 'deferred') {
    interaction.ephemeral = ((fields.flags ?? 0) & flagBits.ephemeral) !== 0
    const flags = flagBits.loading | (interaction.ephemeral ? flagBits.ephemeral : 0)
    interaction.reply = keep(world, interaction, blankMessage(interaction.channel, world.bot, flags), [])
    interaction.waiting = true
  } else {
    interaction.ephemeral = interaction.source?.onlyFor !== null
    interaction.reply = interaction.source
    if (kind === 'update') edit(world, interaction, interaction.source!, body, ['data'])
    else interaction.waiting = true
  }
}
