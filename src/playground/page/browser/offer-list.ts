/// <reference lib="dom" />
/** The list above the message box, for keyboard, mouse and readers of screens. */
import { element, part } from './element.ts'
import type { Offer } from './offers.ts'

export interface OfferList {
  /** `first` marks the first, so that Enter takes it. */
  show(offers: readonly Offer[], first: boolean): void
  hide(): void
  /** Moves the mark. */
  move(by: number): void
  /** The one that is marked; with `orFirst` the first where none is. */
  marked(orFirst?: boolean): Offer | null
}

export function offerList(box: HTMLTextAreaElement, take: (offer: Offer) => void): OfferList {
  const list = part('offers')
  let shown: readonly Offer[] = []
  let at = -1
  const mark = (): void => {
    for (const [index, item] of [...list.children].entries()) {
      item.setAttribute('aria-selected', String(index === at))
      if (index === at) item.scrollIntoView({ block: 'nearest' })
    }
    if (at < 0) box.removeAttribute('aria-activedescendant')
    else box.setAttribute('aria-activedescendant', `offer-${at}`)
  }
  const hide = (): void => {
    shown = []
    at = -1
    list.hidden = true
    list.replaceChildren()
    box.setAttribute('aria-expanded', 'false')
    mark()
  }
  return {
    hide,
    show: (offers, first) => {
      if (offers.length === 0) return hide()
      shown = offers
      at = first ? 0 : -1
      list.replaceChildren(
        ...offers.map((offer, index) => {
          const item = element(
            'div',
            { id: `offer-${index}`, role: 'option', 'data-offer': offer.label },
            element('strong', {}, offer.label),
            offer.detail !== '' && element('span', {}, ` ${offer.detail}`),
          )
          // Before the box loses the focus.
          item.addEventListener('pointerdown', (event) => event.preventDefault())
          item.addEventListener('click', () => take(offer))
          return item
        }),
      )
      list.hidden = false
      box.setAttribute('aria-expanded', 'true')
      mark()
    },
    move: (by) => {
      if (shown.length === 0) return
      at = at < 0 && by < 0 ? shown.length - 1 : (at + by + shown.length) % shown.length
      mark()
    },
    marked: (orFirst = false) => shown[at] ?? (orFirst ? (shown[0] ?? null) : null),
  }
}
