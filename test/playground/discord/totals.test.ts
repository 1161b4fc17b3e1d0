import { type APIMessageTopLevelComponent, DiscordAPIError, MessageFlags, Routes } from 'discord.js'
import { expect, it } from 'vitest'
import { newsroom } from './newsroom.ts'

const display = (content: string): object => ({ type: 10, content })
const button = (id: string, more: object = {}): object => ({ type: 2, style: 1, label: 'Next', custom_id: id, ...more })
const row = (...components: readonly object[]): object => ({ type: 1, components })
const select = (count: number, more: object = {}): object => ({
  type: 3,
  custom_id: 's',
  options: Array.from({ length: count }, (_, index) => ({ label: `Claim ${index}`, value: `${index}` })),
  ...more,
})
const many = (count: number, make: (index: number) => object): readonly object[] =>
  Array.from({ length: count }, (_, index) => make(index))

const section = { type: 9, components: [display('a')], accessory: button('b') }

// What is sent beside the flag for Components V2, and the code in the tree of errors; none where it's taken.
const table: readonly (readonly [string, object, string | null])[] = [
  ['40 components', { components: many(40, () => display('a')) }, null],
  ['41 components', { components: many(41, () => display('a')) }, 'COMPONENT_MAX_TOTAL_COMPONENTS'],
  [
    '40 components, accessories and the nested counted',
    { components: [{ type: 17, components: many(34, () => display('a')) }, row(button('a')), section] },
    null,
  ],
  [
    '41 components, accessories and the nested counted',
    { components: [{ type: 17, components: many(35, () => display('a')) }, row(button('a')), section] },
    'COMPONENT_MAX_TOTAL_COMPONENTS',
  ],
  ['4,000 characters', { components: [display('a'.repeat(2000)), display('é'.repeat(2000))] }, null],
  [
    '4,001 characters',
    { components: [{ type: 17, components: [display('a'.repeat(2000))] }, display('a'.repeat(2001))] },
    'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
  ],
  [
    'content beside the flag',
    { content: 'a', components: [display('a')] },
    'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
  ],
  [
    'embeds beside the flag',
    { embeds: [{ description: 'a' }], components: [display('a')] },
    'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
  ],
  ['an empty text display', { components: [display('')] }, 'BASE_TYPE_BAD_LENGTH'],
  ['a custom_id twice', { components: [row(button('a')), row(button('a'))] }, 'COMPONENT_CUSTOM_ID_DUPLICATED'],
  ['a custom_id of 100', { components: [row(button('a'.repeat(100)))] }, null],
  ['a custom_id of 101', { components: [row(button('a'.repeat(101)))] }, 'BASE_TYPE_BAD_LENGTH'],
  ['a label of 80', { components: [row(button('a', { label: 'a'.repeat(80) }))] }, null],
  ['a label of 81', { components: [row(button('a', { label: 'a'.repeat(81) }))] }, 'BASE_TYPE_BAD_LENGTH'],
  [
    'a button that says nothing',
    { components: [row(button('a', { label: undefined }))] },
    'COMPONENT_VALIDATION_FAILED',
  ],
  ['5 buttons', { components: [row(...many(5, (index) => button(`${index}`)))] }, null],
  ['6 buttons', { components: [row(...many(6, (index) => button(`${index}`)))] }, 'COMPONENT_LAYOUT_WIDTH_EXCEEDED'],
  ['an empty row', { components: [row()] }, 'COMPONENT_LAYOUT_WIDTH_EXCEEDED'],
  ['a select beside a button', { components: [row(select(1), button('a'))] }, 'COMPONENT_LAYOUT_WIDTH_EXCEEDED'],
  ['25 options', { components: [row(select(25))] }, null],
  ['26 options', { components: [row(select(26))] }, 'BASE_TYPE_BAD_LENGTH'],
  ['no options', { components: [row(select(0, { max_values: 1 }))] }, 'BASE_TYPE_BAD_LENGTH'],
  [
    'an option of 101',
    { components: [row(select(0, { options: [{ label: 'a'.repeat(101), value: 'a' }] }))] },
    'BASE_TYPE_BAD_LENGTH',
  ],
  [
    'an option twice',
    { components: [row(select(0, { options: Array(2).fill({ label: 'a', value: 'a' }) }))] },
    'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
  ],
  [
    'a section without accessory',
    { components: [{ type: 9, components: [display('a')] }] },
    'COMPONENT_VALIDATION_FAILED',
  ],
  [
    'a container in a container',
    { components: [{ type: 17, components: [{ type: 17, components: [display('a')] }] }] },
    'COMPONENT_VALIDATION_FAILED',
  ],
  [
    'a text input in a message',
    { components: [row({ type: 4, custom_id: 'a', style: 1, label: 'a' })] },
    'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
  ],
]

it('enforces what Discord enforces on Components V2', async () => {
  const { desk, logIn } = await newsroom({ validate: () => [] })
  const client = await logIn()
  for (const [name, fields, expected] of table) {
    const body = { flags: MessageFlags.IsComponentsV2, ...fields }
    const answer: unknown = await client.rest.post(Routes.channelMessages(desk.id), { body }).catch((error) => error)
    const codes =
      answer instanceof DiscordAPIError
        ? [...new Set(JSON.stringify(answer.rawError).match(/(?<="code":")[A-Z_0-9]+/g))]
        : []
    expect.soft([name, codes.includes(expected ?? '') ? expected : (codes[0] ?? null)]).toEqual([name, expected])
  }
  expect(desk.messages).toHaveLength(table.filter(([, , code]) => code === null).length)
})

it('says where it is wrong, also within a callback and an edit', async () => {
  const { loopback, desk, mira, logIn, thrown } = await newsroom({ validate: () => [] })
  const components = [display('a'.repeat(4001))] as unknown as APIMessageTopLevelComponent[]
  const client = await logIn(async (interaction) => {
    if (!interaction.isChatInputCommand()) return
    const flags = MessageFlags.IsComponentsV2
    await interaction.reply({ flags, components }).catch((error) => thrown.push(error))
    await interaction.reply({ flags, components: [{ type: 10, content: 'Shorter.' }] })
    await interaction.editReply({ content: 'Words', components: [{ type: 10, content: 'Shorter still.' }] })
  })
  await client.application.commands.set([{ name: 'help', description: 'What can be asked' }])
  const answer = await mira.command('help', {}, { channel: desk })
  await expect.poll(() => thrown.length).toBe(2)
  expect(answer.message?.text).toBe('Shorter.')
  expect(thrown).toMatchObject([
    {
      code: 50035,
      rawError: {
        message: 'Invalid Form Body',
        errors: {
          data: {
            components: {
              _errors: [{ code: 'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED' }],
              0: {
                content: {
                  _errors: [{ code: 'BASE_TYPE_BAD_LENGTH', message: 'Must be between 1 and 4000 in length.' }],
                },
              },
            },
          },
        },
      },
    },
    { code: 50035, rawError: { errors: { content: { _errors: [{}] } } } },
  ])
  expect(loopback.violations).toHaveLength(2)
  expect(loopback.violations[0]).toContain('4001')
})

it('keeps classic messages and modals to their lengths', async () => {
  const { desk, mira, logIn, thrown } = await newsroom({ validate: () => [], firstAnswerMs: 500 })
  const client = await logIn(async (interaction) => {
    if (!interaction.isChatInputCommand()) return
    const label = { type: 18 as const, label: 'Text' }
    const input = { type: 4 as const, custom_id: 'text', style: 2 as const }
    const modal = { custom_id: 'm', title: 'Paste' }
    for (const wrong of [
      { ...modal, title: 'a'.repeat(46), components: [{ ...label, component: input }] },
      { ...modal, components: [{ ...label, label: 'a'.repeat(46), component: input }] },
      { ...modal, components: [{ ...label, component: { ...input, value: 'a'.repeat(4001) } }] },
      { ...modal, components: [{ ...label, component: { ...input, max_length: 4001 } }] },
      { ...modal, components: Array(6).fill({ ...label, component: input }) },
      { ...modal, components: [] },
      { ...modal, components: [{ ...label, component: { type: 19 as const, custom_id: 'file', max_values: 11 } }] },
    ])
      await interaction.showModal(wrong).catch((error) => thrown.push(error))
    await interaction.showModal({ ...modal, components: [{ ...label, component: input }] })
  })
  await client.application.commands.set([{ name: 'help', description: 'What can be asked' }])
  expect((await mira.command('help', {}, { channel: desk })).kind).toBe('modal')
  expect(thrown.map((error) => (error as DiscordAPIError).code)).toEqual(Array(7).fill(50035))
  const post = (body: object): Promise<unknown> => client.rest.post(Routes.channelMessages(desk.id), { body })
  await expect(post({ components: [display('a')] })).rejects.toMatchObject({ code: 50035 })
  await expect(post({ embeds: [{ description: 'a'.repeat(4097) }] })).rejects.toMatchObject({ code: 50035 })
  await expect(post({ embeds: Array(2).fill({ description: 'a'.repeat(3001) }) })).rejects.toMatchObject({
    code: 50035,
  })
  await post({ embeds: Array(2).fill({ description: 'a'.repeat(3000) }) })
  expect(desk.messages).toHaveLength(1)
})
