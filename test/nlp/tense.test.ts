import { expect, test } from 'vitest'
import { baseOfGerund, isSeveral, pastOf, presentOf } from '../../src/nlp/propositions/tense.ts'

test.each(
  'smuggling smuggle,hiding hide,stopping stop,helping help,taking take,making make,forging forge,charging charge,violating violate,cheating cheat,abusing abuse,using use,receiving receive,bringing bring,selling sell,passing pass,killing kill,being be,having have,planning plan,threatening threaten,offering offer,visiting visit,providing provide,leading lead,looking look,undermining undermine,producing produce,financing finance,handling handle,advocating advocate,spreading spread,running run,paying pay,buying buy,fixing fix,showing show,stealing steal,lying lie,dumping dump,burning burn,firing fire,inciting incite,plotting plot,exploiting exploit,rigging rig,destroying destroy,attacking attack,breaking break,working work,harassing harass,misleading mislead,raising raise,causing cause,endangering endanger,storing store,bribing bribe,trading trade'
    .split(',')
    .map((pair) => pair.split(' ')),
)('%s is a form of %s', (gerund, base) => {
  expect(baseOfGerund(gerund!)).toBe(base)
})

test.each([
  ['smuggle', false, 'smuggles'],
  ['be', true, 'are'],
  ['be', false, 'is'],
  ['have', false, 'has'],
  ['carry', false, 'carries'],
  ['play', false, 'plays'],
  ['push', false, 'pushes'],
  ['go', false, 'goes'],
  ['carry', true, 'carry'],
])('the present of %s, several: %s', (lemma, several, present) => {
  expect(presentOf(lemma, several)).toBe(present)
})

test.each([
  ['the Aldites', true],
  ['both sides', true],
  ['Brandt and Osk', true],
  ['Northern Lantern', false],
  ['the press', false],
])('%s is several: %s', (subject, several) => {
  expect(isSeveral(subject)).toBe(several)
})

test.each(
  'cause caused,carry carried,play played,hit hit,bring brought,rob robbed,help helped,deny denied'
    .split(',')
    .map((pair) => pair.split(' ')),
)('the past of %s is %s', (lemma, past) => {
  expect(pastOf(lemma!)).toBe(past)
})
