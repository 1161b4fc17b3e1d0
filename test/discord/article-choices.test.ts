import { expect, test } from 'vitest'
import { openNewsroom } from './newsroom.ts'

test('/who offers articles to narrow by, never a claim, which would narrow to nothing', async () => {
  const room = await openNewsroom()
  room.publish('https://ledger.example/quay', 'Ilse Marrow said that the quay was sold.', 'Quay sold')
  const link = 'https://ledger.example/quay'
  const { desk, mira } = room
  const shown = (await (await mira.command('claims', { link }, { channel: desk })).settled()).message!
  const claim = shown.selects[0]!.options[0]!.value
  const [choice, ...rest] = await mira.autocomplete('who', 'article', claim, { channel: desk })
  expect(rest).toEqual([])
  const found = await (await mira.command('who', { article: String(choice!.value) }, { channel: desk })).settled()
  expect(found.message!.text).toContain('1 claim found')
  expect(room.discord.violations).toEqual([])
  await room.close()
})
