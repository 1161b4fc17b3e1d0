import type { Command } from '../src/discord/command.ts'
import { breakDownClaims } from './break-down-claims.ts'
import { claims } from './claims.ts'
import { help } from './help.ts'
import { who } from './who.ts'
import { whoSaidThis } from './who-said-this.ts'

/** All that people can ask, in the order in which Discord shows it. */
export const commands: readonly Command[] = [claims, who, help, breakDownClaims, whoSaidThis]
