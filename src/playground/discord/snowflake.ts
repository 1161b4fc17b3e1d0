const epoch = 1_420_070_400_000
let counter = 0n
let last = 0n

/** From now on, new ids are newer than this one, whatever the clock says. */
export function newerThan(id: string): void {
  if (BigInt(id) > last) last = BigInt(id)
}

/** A new id, as Discord makes them: milliseconds since 2015 in the upper 42 bits, a counter in the lower 22. Always rising. */
export function snowflake(now: number = Date.now()): string {
  counter = (counter + 1n) % (1n << 12n)
  const id = (BigInt(now - epoch) << 22n) | counter
  // The counter starts over, and clocks step back.
  last = id > last ? id : last + 1n
  return String(last)
}
