/** What came back to a person: the first answer, and what follows. */

import { behind, faceOf } from './behind.ts'
import { changed } from './bot-says.ts'
import { inputsOf } from './check-modal.ts'
import { isSelect } from './check-select.ts'
import { messageFace } from './message-face.ts'
import type { RawModal } from './raw.ts'
import type { Answer, Modal, ModalInput } from './types.ts'
import type { StoredInteraction, World } from './world.ts'

const patience = 10_000

/** Waits for the first answer; after Discord's 3 seconds it is `none`. */
export async function firstAnswer(world: World, interaction: StoredInteraction): Promise<Answer> {
  await until(world, interaction, () => interaction.kind !== null, world.firstAnswerMs)
  interaction.kind ??= 'none'
  return answerFace(world, interaction)
}

/** The interaction behind an answer. */
export const interactionBehind = (answer: Answer): StoredInteraction => behind('answer', answer)

function answerFace(world: World, interaction: StoredInteraction): Answer {
  const waitFor = async (test: () => boolean, ms: number): Promise<Answer> => {
    await until(world, interaction, test, ms)
    return answerFace(world, interaction)
  }
  return faceOf('answer', interaction, () => ({
    kind: interaction.kind ?? 'none',
    firstAfter: interaction.firstAfter,
    modal: interaction.modal && modalOf(interaction.modal),
    get message() {
      return interaction.reply && !interaction.reply.deleted ? messageFace(world, interaction.reply) : null
    },
    get followUps() {
      return interaction.followUps.filter(({ deleted }) => !deleted).map((message) => messageFace(world, message))
    },
    ephemeral: interaction.ephemeral,
    choices: interaction.choices,
    settled: (waitMs = patience) => waitFor(() => !interaction.waiting, waitMs),
    followedUp: (count = 1, waitMs = patience) => waitFor(() => interaction.followUps.length >= count, waitMs),
    edited: (waitMs = patience) => {
      const before = interaction.edits
      return waitFor(() => interaction.edits > before, waitMs)
    },
    expireToken: () => {
      interaction.expired = true
      changed(interaction)
    },
  }))
}

function modalOf(modal: RawModal): Modal {
  return {
    customId: modal.custom_id,
    title: modal.title,
    raw: modal,
    inputs: inputsOf(modal).map(
      ({ input, label, description }): ModalInput => ({
        customId: input.custom_id ?? '',
        label,
        description,
        kind: input.type === 4 ? 'text' : isSelect(input) ? 'select' : input.type === 19 ? 'file' : 'other',
        required: input.required ?? true,
        value: input.value ?? '',
        raw: input,
      }),
    ),
  }
}

/** Resolves once the test holds, the time is over or the loopback closes. */
function until(world: World, interaction: StoredInteraction, test: () => boolean, ms: number): Promise<void> {
  if (test() || world.closed.aborted) return Promise.resolve()
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer)
      interaction.listeners.delete(look)
      world.closed.removeEventListener('abort', done)
      resolve()
    }
    const look = (): void => {
      if (test()) done()
    }
    const timer = setTimeout(done, ms)
    interaction.listeners.add(look)
    world.closed.addEventListener('abort', done)
  })
}
