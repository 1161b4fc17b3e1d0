/// <reference lib="dom" />
/** The page: draws what the account sees, and does what it does. */
import type { Act, Example, Outcome, ShownChannel, ShownMessage, ShownState } from '../types.ts'
import { act, askState, listen, saying, type View } from './ask.ts'
import { commandless, pasting, typeable } from './command-line.ts'
import { openComposer } from './composer.ts'
import { drawChannels, titleOf } from './draw-channels.ts'
import type { Names } from './draw-markdown.ts'
import { drawMessage } from './draw-message.ts'
import { drawTraffic } from './draw-traffic.ts'
import { drawWelcome, exampleItems } from './draw-welcome.ts'
import { announce, element, part } from './element.ts'
import { openMenu } from './menu.ts'
import { openModal } from './modal.ts'
import { startTheme } from './theme.ts'

let state: ShownState = await askState({})
const drawn = new Map<string, { readonly json: string; readonly item: HTMLLIElement }>()
let shownFor = ''
// Whoever did something looks at what comes of it, wherever they have scrolled to.
let awaiting = false
// A channel was just opened, and nobody has moved in it yet.
let settling = true

const view = (): View => ({ account: state.account.id, channel: state.channel ?? '' })
const names: Names = {
  user: (id) => state.members.find((one) => one.id === id)?.name ?? null,
  channel: (id) => state.channels.find((one) => one.id === id)?.name ?? null,
  open: (id) => void go({ channel: id }),
}
const openChannel = (): ShownChannel | undefined => state.channels.find(({ id }) => id === state.channel)
const composer = openComposer(
  () => state,
  (deed) => perform(deed),
)

/** Does it and opens the window that came back; `example` is put into it. */
async function perform(deed: Act, example: Example | null = null): Promise<Outcome> {
  const from = view()
  if (deed.kind !== 'autocomplete') awaiting = true
  const outcome = await act(from, deed)
  if (outcome.kind === 'none') composer.complain('The application did not respond. Try again.')
  const { modal } = outcome
  if (modal)
    openModal(modal.raw, {
      names,
      examples: state.examples,
      example,
      send: async (values) => {
        awaiting = true
        const sent = await act(from, { kind: 'submit', modal: modal.key, values })
        if (sent.kind === 'none') throw new Error('The application did not respond. Try again.')
      },
    })
  if (deed.kind !== 'autocomplete') await refresh()
  return outcome
}

const attempt = (deed: Act, example: Example | null = null): void => {
  composer.complain('')
  perform(deed, example).catch((error: unknown) => {
    composer.complain(saying(error))
    void refresh()
  })
}

const deeds = {
  press: ({ id }: ShownMessage, custom: string) => attempt({ kind: 'press', message: id, id: custom }),
  select: ({ id }: ShownMessage, custom: string, values: readonly string[]) =>
    attempt({ kind: 'select', message: id, id: custom, values }),
  menu: (message: ShownMessage, at: HTMLElement) => {
    const commands = message.ephemeral || message.loading ? [] : state.commands.filter(({ type }) => type === 3)
    openMenu(
      [
        ...commands.map(({ name }) => ({
          label: name,
          choose: () => attempt({ kind: 'menu', message: message.id, name }),
        })),
        ...(message.ephemeral ? [] : [{ label: 'Reply', choose: () => composer.replyTo(message) }]),
        {
          label: 'Copy message id',
          choose: () => void navigator.clipboard.writeText(message.id).catch(() => composer.complain(message.id)),
        },
      ],
      at,
    )
  },
}

let turn = 0
let refreshing: Promise<void> | null = null
let again = false

/** Looks anew. Calls while one is under way make one more look, not many. */
function refresh(): Promise<void> {
  if (refreshing) {
    again = true
    return refreshing
  }
  refreshing = (async () => {
    do {
      again = false
      const asked = view()
      const seen = await askState(asked)
      if (asked.account === view().account && asked.channel === view().channel) draw(seen)
    } while (again)
  })()
    .catch((error: unknown) => composer.complain(saying(error)))
    .finally(() => {
      refreshing = null
    })
  return refreshing
}

async function go(to: Partial<View>): Promise<void> {
  composer.clear()
  turn += 1
  const asked = turn
  try {
    const seen = await askState({ ...view(), ...to })
    // Of two choices the later stands, whichever is answered first.
    if (asked === turn) draw(seen)
  } catch (error) {
    composer.complain(saying(error))
  }
}

function draw(now: ShownState): void {
  state = now
  const { account, accounts, channels, channel, messages, guild } = now
  part('guild').textContent = guild
  if (part<HTMLSelectElement>('account').value !== account.id)
    part('account').replaceChildren(
      ...accounts.map(({ id, name, role }) =>
        element('option', { value: id, selected: id === account.id }, `${name} – ${role}`),
      ),
    )
  drawChannels(channels, channel, (id) => void go({ channel: id }))
  const open = openChannel()
  part('channel').textContent = open ? titleOf(open) : 'No channel'
  const where = commandless(open, now.commands)
  part('where').textContent = where
  part('where').hidden = where === ''
  part<HTMLTextAreaElement>('box').placeholder = where === '' ? 'Write a message, or / for commands' : 'Write a message'
  drawMessages(messages, `${account.id} ${channel}`)
  drawWelcome(messages.length === 0, open, now.examples, paste)
  drawTraffic(now.traffic, now.violations, view())
}

function drawMessages(messages: readonly ShownMessage[], here: string): void {
  const list = part('messages')
  const log = part('log')
  const moved = here !== shownFor
  if (moved) {
    drawn.clear()
    settling = true
  }
  shownFor = here
  const newest = messages.at(-1)
  const answered = awaiting && newest !== undefined && !drawn.has(newest.id)
  if (answered) awaiting = false
  const atEnd = moved || answered || log.scrollHeight - log.scrollTop - log.clientHeight < 80
  const items = messages.map((message) => {
    const json = JSON.stringify(message)
    const before = drawn.get(message.id)
    if (before?.json === json) return before.item
    const item = drawMessage(message, names, deeds)
    if (!moved && !message.loading) announce(`${message.author}: ${(item.innerText ?? item.textContent).slice(0, 200)}`)
    if (before?.item.contains(document.activeElement)) queueMicrotask(() => refocus(item))
    drawn.set(message.id, { json, item })
    return item
  })
  if (items.length !== list.children.length || items.some((item, index) => list.children[index] !== item)) {
    list.replaceChildren(...items)
    if (atEnd) log.scrollTop = log.scrollHeight
  }
}

const refocus = (item: HTMLElement): void => item.querySelector<HTMLElement>('.row button, .row select, .more')?.focus()

part('account').addEventListener('change', (event) => void go({ account: (event.target as HTMLSelectElement).value }))
part('examples').replaceChildren(...exampleItems(state.examples, paste))

function paste(article: Example): void {
  const open = openChannel()
  const command = pasting(typeable(state.commands), open)
  if (open?.kind === 'dm' && !command) composer.complain('Examples work in the channels. Choose one, then the example.')
  else if (!command) composer.complain('The bot has registered no commands yet. Try again in a moment.')
  else attempt({ kind: 'command', name: command.name, options: {} }, article)
}

const lineDown = 'The line to the playground is down. Is it still running?'

// Pictures come after the messages they stand in; the end stays in sight until somebody moves.
part('log').addEventListener(
  'load',
  () => {
    if (settling) part('log').scrollTop = part('log').scrollHeight
  },
  true,
)
for (const moved of ['pointerdown', 'wheel', 'keydown']) document.addEventListener(moved, () => (settling = false))

// What scrolls can be reached by keyboard.
for (const scrolling of document.querySelectorAll<HTMLElement>('#log, .passages, #body')) scrolling.tabIndex = 0
startTheme()
draw(state)
listen(
  () => {
    composer.forgive(lineDown)
    void refresh()
  },
  () => composer.complain(lineDown),
)
document.documentElement.dataset.ready = 'true'
