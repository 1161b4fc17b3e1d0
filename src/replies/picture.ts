/** A picture with what it says in words. */
export interface Picture {
  readonly png: Uint8Array
  /** At most 1024 UTF-16 units. */
  readonly alt: string
  /** Whether the article, or what there is to draw, goes on after its end, which its last line says. */
  readonly cut: boolean
}
