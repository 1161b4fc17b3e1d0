/// <reference lib="dom" />
/** Asks the page's server. */
import type { Act, Outcome, ShownState, Upload } from '../types.ts'

/** Who looks where. */
export interface View {
  readonly account: string
  readonly channel: string
}

export const askState = (view: Partial<View>): Promise<ShownState> =>
  got(fetch(`/api/state?account=${view.account ?? ''}&channel=${view.channel ?? ''}`))

/** Does it. Throws with what was wrong, in words for the person. */
export const act = (view: View, deed: Act): Promise<Outcome> =>
  got(
    fetch('/api/act', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...view, act: deed }),
    }),
  )

export const askBody = (view: View, number: number): Promise<{ readonly body: unknown }> =>
  got(fetch(`/api/body?account=${view.account}&number=${number}`))

/** Calls back when something changed, and after each time the line came back. */
export function listen(changed: () => void, lost: () => void): void {
  const events = new EventSource('/api/events')
  events.onmessage = changed
  events.onopen = changed
  events.onerror = lost
}

/** A file's bytes, ready to be sent. */
export async function uploadOf(file: File): Promise<Upload> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  let binary = ''
  for (let at = 0; at < bytes.length; at += 8192) binary += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return { name: file.name, base64: btoa(binary) }
}

async function got<Value>(asking: Promise<Response>): Promise<Value> {
  const response = await asking.catch(() => {
    throw new Error('The playground does not answer. Is it still running?')
  })
  const answer = await response.json()
  if (!response.ok) throw new Error(answer.error)
  return answer
}

/** An error's words. */
export const saying = (error: unknown): string => (error instanceof Error ? error.message : String(error))
