import {
  ActionRowBuilder,
  ChannelSelectMenuBuilder,
  ChannelType,
  type Interaction,
  LabelBuilder,
  MentionableSelectMenuBuilder,
  type MessageActionRowComponentBuilder,
  ModalBuilder,
  RoleSelectMenuBuilder,
  UserSelectMenuBuilder,
} from 'discord.js'
import { expect, it } from 'vitest'
import { newsroom } from './newsroom.ts'

const rows = () =>
  [
    new UserSelectMenuBuilder().setCustomId('people').setMaxValues(2),
    new RoleSelectMenuBuilder().setCustomId('roles'),
    new MentionableSelectMenuBuilder().setCustomId('both').setMaxValues(2),
    new ChannelSelectMenuBuilder().setCustomId('places').setChannelTypes(ChannelType.GuildText),
  ].map((select) => new ActionRowBuilder<MessageActionRowComponentBuilder>().addComponents(select))

const help = { name: 'help', description: 'What can be asked' }

it('offers people, roles and channels, and sends what was chosen as Discord does', async () => {
  const { loopback, guild, desk, mira, logIn, thrown } = await newsroom()
  const chief = guild.addMember({ name: 'Chief', permissions: ['ManageGuild'] })
  const hidden = guild.addChannel({ name: 'hidden', hiddenFrom: [mira] })
  guild.addChannel({ name: 'thread', kind: 'public-thread', parent: desk })
  const seen: unknown[] = []
  const client = await logIn(async (interaction) => {
    if (interaction.isChatInputCommand()) await interaction.reply({ content: 'Choose.', components: rows() })
    if (!interaction.isMessageComponent()) return
    seen.push(chosenIn(interaction))
    await interaction.deferUpdate()
  })
  await client.application.commands.set([help])
  const message = (await mira.command('help', {}, { channel: desk })).message!
  const [role] = client.guilds.cache
    .get(guild.id)!
    .roles.cache.filter(({ id }) => id !== guild.id)
    .keys()
  const raw = (id: string) =>
    message.raw.components.flatMap(({ components = [] }) => components).find((one) => one.custom_id === id)!
  const offered = (id: string) => mira.offered(desk, raw(id)).map(({ label }) => label)
  expect(message.selects.map(({ customId }) => customId)).toEqual(['people', 'roles', 'both', 'places'])
  expect(['people', 'roles', 'both', 'places'].map(offered)).toEqual([
    ['Hearsay', 'Mira', 'Chief'],
    ['@of chief'],
    ['Hearsay', 'Mira', 'Chief', '@of chief'],
    ['#desk'],
  ])
  await mira.select(message, 'people', [mira.id, chief.id])
  await mira.select(message, 'roles', [role!])
  await mira.select(message, 'both', [mira.id, role!])
  await mira.select(message, 'places', [desk.id])
  await expect(mira.select(message, 'places', [hidden.id])).rejects.toThrow(/Expected one of the options/)
  expect(seen).toEqual([
    { users: [mira.id, chief.id], members: [mira.id, chief.id] },
    { roles: [role] },
    { users: [mira.id], members: [mira.id], roles: [role] },
    { channels: [desk.id], may: true },
  ])
  expect([thrown, loopback.violations]).toEqual([[], []])
})

function chosenIn(interaction: Interaction): unknown {
  if (!interaction.inCachedGuild()) return null
  const keys = (held: { readonly keys: () => Iterable<string> }): readonly string[] => [...held.keys()]
  if (interaction.isUserSelectMenu()) return { users: keys(interaction.users), members: keys(interaction.members) }
  if (interaction.isRoleSelectMenu()) return { roles: keys(interaction.roles) }
  if (interaction.isMentionableSelectMenu())
    return { users: keys(interaction.users), members: keys(interaction.members), roles: keys(interaction.roles) }
  if (!interaction.isChannelSelectMenu()) return null
  return { channels: keys(interaction.channels), may: interaction.channels.has(interaction.channelId) }
}

it('takes them in windows too, with what was chosen before', async () => {
  const { desk, mira, guild, logIn, thrown } = await newsroom()
  const chief = guild.addMember({ name: 'Chief' })
  const seen: unknown[] = []
  const client = await logIn(async (interaction) => {
    if (interaction.isChatInputCommand())
      await interaction.showModal(
        new ModalBuilder()
          .setCustomId('window')
          .setTitle('Who')
          .addLabelComponents(
            new LabelBuilder()
              .setLabel('Person')
              .setUserSelectMenuComponent(new UserSelectMenuBuilder().setCustomId('who').setDefaultUsers(mira.id)),
          ),
      )
    if (!interaction.isModalSubmit()) return
    seen.push(interaction.fields.getSelectedUsers('who')?.map(({ globalName }) => globalName))
    await interaction.reply('Here.')
  })
  await client.application.commands.set([help])
  const open = () => mira.command('help', {}, { channel: desk })
  await mira.submit(await open(), {})
  await mira.submit(await open(), { who: [chief.id] })
  await expect(mira.submit(await open(), { who: [desk.id] })).rejects.toThrow(/Expected one of the options of who/)
  expect(seen).toEqual([['Mira'], ['Chief']])
  expect(thrown).toEqual([])
})

it('offers the two of them in their direct message', async () => {
  const { mira } = await newsroom()
  const direct = mira.directMessage()
  const offered = (type: number) => mira.offered(direct, { type, custom_id: 'one' }).map(({ label }) => label)
  expect([5, 6, 7, 8].map(offered)).toEqual([['Mira', 'Hearsay'], [], ['Mira', 'Hearsay'], []])
})
