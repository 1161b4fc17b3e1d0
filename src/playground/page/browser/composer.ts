/// <reference lib="dom" />
/** The message box: plain messages, slash commands with their options, files. */
import type { Act, Outcome, ShownMessage, ShownState, Typed } from '../types.ts'
import { saying, uploadOf } from './ask.ts'
import { commandless, fault, type Reading, readLine, typeable } from './command-line.ts'
import { element, part } from './element.ts'
import { offerList } from './offer-list.ts'
import { choiceOffer, type Offer, offersFor } from './offers.ts'

export interface Composer {
  /** The next message answers this one. */
  replyTo(message: ShownMessage): void
  /** Says what was wrong, beside the box. */
  complain(words: string): void
  /** Takes a complaint back, if it still stands there. */
  forgive(words: string): void
  /** Empties it, for another account or channel. */
  clear(): void
}

/** `perform` does an act where the account is, and shows what comes of it. */
export function openComposer(state: () => ShownState, perform: (act: Act) => Promise<Outcome>): Composer {
  const box = part<HTMLTextAreaElement>('box')
  const picker = part<HTMLInputElement>('picker')
  const error = part('error')
  const reply = part('reply')
  const chosen = new Map<string, { readonly name: string; readonly value: string }>()
  const forOption = new Map<string, File>()
  let files: readonly File[] = []
  let answered: ShownMessage | null = null
  let wantedBy: string | null = null
  let asked = 0
  let sending = false

  const reading = (): Reading | null =>
    readLine(box.value, typeable(state().commands), new Map([...chosen].map(([option, { name }]) => [option, name])))
  const drawFiles = (): void =>
    part('attached').replaceChildren(
      ...files.map((file) =>
        element(
          'li',
          {},
          `${file.name} `,
          element(
            'button',
            {
              type: 'button',
              'aria-label': `Remove ${file.name}`,
              onclick: () => keepFiles(files.filter((one) => one !== file)),
            },
            '×',
          ),
        ),
      ),
    )
  const keepFiles = (now: readonly File[]): void => {
    files = now
    drawFiles()
  }
  const answer = (message: ShownMessage | null): void => {
    answered = message
    reply.hidden = message === null
    reply.textContent = message ? `Replying to ${message.author}` : ''
  }
  const clear = (): void => {
    box.value = ''
    chosen.clear()
    forOption.clear()
    keepFiles([])
    answer(null)
    list.hide()
    error.textContent = ''
  }
  const take = (offer: Offer): void => {
    if ('file' in offer.take) {
      wantedBy = offer.take.file
      picker.multiple = false
      picker.click()
      return
    }
    if (offer.option !== undefined && offer.value !== undefined)
      chosen.set(offer.option, { name: offer.label, value: offer.value })
    box.value = offer.take.line
    box.focus()
    void suggest()
  }
  const list = offerList(box, take)

  const typedValue = async (option: string, typed: string): Promise<Typed> => {
    const file = forOption.get(option)
    if (file && file.name === typed.trim()) return uploadOf(file)
    const picked = chosen.get(option)
    return picked && picked.name === typed.trim() ? picked.value : typed.trim()
  }
  const valuesOf = async (read: Reading, without = ''): Promise<Readonly<Record<string, Typed>>> => {
    const wanted = read.filled.filter(({ option, typed }) => option.name !== without && typed.trim() !== '')
    const values = wanted.map(async ({ option, typed }) => {
      const known = option.choices?.find(({ name }) => name === typed.trim())
      return [option.name, known ? String(known.value) : await typedValue(option.name, typed)] as const
    })
    return Object.fromEntries(await Promise.all(values))
  }

  async function suggest(): Promise<void> {
    asked += 1
    const turn = asked
    const read = reading()
    if (!read) return list.hide()
    const { commands, members, channels } = state()
    const last = read.filled.at(-1)
    const picked = last && chosen.get(last.option.name)?.name === last.typed.trim() && last.typed.endsWith(' ')
    if (read.command && last?.option.autocomplete && !picked) {
      const { option, typed } = last
      const others = await valuesOf(read, option.name)
      const got = await perform({
        kind: 'autocomplete',
        name: read.command.name,
        option: option.name,
        typed,
        others,
      }).catch(() => null)
      if (turn !== asked) return
      const before = box.value.slice(0, box.value.length - typed.length)
      return list.show(
        (got?.choices ?? []).map((choice) => choiceOffer(choice, before, option.name)),
        false,
      )
    }
    const named = channels.filter(({ kind }) => kind !== 'dm')
    const offers = offersFor(box.value, typeable(commands), read, members, named)
    list.show(offers, !read.command || offers.some(({ option }) => option !== undefined))
  }

  async function send(): Promise<void> {
    if (sending) return
    asked += 1
    const line = box.value
    const read = reading()
    const { commands, channels, channel } = state()
    const open = channels.find(({ id }) => id === channel)
    const wrong = read && (commandless(open, commands) || fault(line, typeable(commands), read))
    error.textContent = wrong ?? ''
    if (wrong) return
    list.hide()
    const [keptFiles, keptAnswer] = [files, answered]
    sending = true
    try {
      const deed: Act = read?.command
        ? { kind: 'command', name: read.command.name, options: await valuesOf(read) }
        : { kind: 'post', content: line, files: await Promise.all(keptFiles.map(uploadOf)), replyTo: keptAnswer?.id }
      await perform(deed)
      if (box.value === line) clear()
    } catch (thrown) {
      error.textContent = saying(thrown)
    } finally {
      sending = false
    }
  }

  box.addEventListener('input', () => {
    error.textContent = ''
    void suggest()
  })
  box.addEventListener('blur', () => list.hide())
  box.addEventListener('focus', () => void suggest())
  box.addEventListener('keydown', (event) => {
    if (event.isComposing) return
    const marked = list.marked(event.key === 'Tab')
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (box.getAttribute('aria-expanded') !== 'true') return
      list.move(event.key === 'ArrowDown' ? 1 : -1)
    } else if (event.key === 'Escape') list.hide()
    else if (event.key === 'Tab' && !event.shiftKey && marked) take(marked)
    else if (event.key === 'Enter' && !event.shiftKey) {
      if (marked && !(event.ctrlKey || event.metaKey)) take(marked)
      else void send()
    } else return
    event.preventDefault()
  })
  part('composer').addEventListener('submit', (event) => {
    event.preventDefault()
    void send()
  })
  part('attach').addEventListener('click', () => {
    wantedBy = null
    picker.multiple = true
    picker.click()
  })
  picker.addEventListener('change', () => {
    const [file] = picker.files ?? []
    if (file && wantedBy !== null) {
      forOption.set(wantedBy, file)
      box.value = `${box.value.trimEnd()}${file.name} `
    } else keepFiles([...files, ...(picker.files ?? [])])
    picker.value = ''
    box.focus()
  })
  return {
    clear,
    complain: (words) => {
      error.textContent = words
      // On a phone the box may be below what was pressed.
      if (words !== '') error.scrollIntoView({ block: 'nearest' })
    },
    forgive: (words) => {
      if (error.textContent === words) error.textContent = ''
    },
    replyTo: (message) => {
      answer(message)
      box.focus()
    },
  }
}
