import { articleOfPage } from './html.ts'
export async function readPage(html: string | Uint8Array, _from: { url?: string } = {}): Promise<{ text: string }> {
  return {
    text: articleOfPage(typeof html === 'string' ? html : new TextDecoder().decode(html)).text,
  }
}
