/** What Discord's HTTP API answers when it refuses: a status, a code and, for bodies, a tree of what is wrong where. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly status: number
  readonly code: number
  readonly errors: readonly FormError[]

  constructor(status: number, code: number, message: string, errors: readonly FormError[] = []) {
    super(message)
    this.status = status
    this.code = code
    this.errors = errors
  }

  /** The answer's body. */
  get body(): object {
    return {
      message: this.message,
      code: this.code,
      ...(this.errors.length > 0 && { errors: treeOf(this.errors) }),
    }
  }
}

/** One thing wrong in a body: where, Discord's name for it, and what it says. */
export interface FormError {
  readonly path: readonly (string | number)[]
  readonly code: string
  readonly message: string
}

export const unauthorized = (): ApiError => new ApiError(401, 0, '401: Unauthorized')
export const missingAccess = (): ApiError => new ApiError(403, 50001, 'Missing Access')
export const missingPermissions = (): ApiError => new ApiError(403, 50013, 'Missing Permissions')
export const unknownChannel = (): ApiError => new ApiError(404, 10003, 'Unknown Channel')
export const unknownGuild = (): ApiError => new ApiError(404, 10004, 'Unknown Guild')
export const unknownMember = (): ApiError => new ApiError(404, 10007, 'Unknown Member')
export const unknownMessage = (): ApiError => new ApiError(404, 10008, 'Unknown Message')
export const unknownUser = (): ApiError => new ApiError(404, 10013, 'Unknown User')
export const unknownWebhook = (): ApiError => new ApiError(404, 10015, 'Unknown Webhook')
export const unknownInteraction = (): ApiError => new ApiError(404, 10062, 'Unknown interaction')
export const unknownCommand = (): ApiError => new ApiError(404, 10063, 'Unknown application command')
export const alreadyAcknowledged = (): ApiError =>
  new ApiError(400, 40060, 'Interaction has already been acknowledged.')
export const invalidWebhookToken = (): ApiError => new ApiError(401, 50027, 'Invalid Webhook Token')
export const emptyMessage = (): ApiError => new ApiError(400, 50006, 'Cannot send an empty message')
export const notTheAuthor = (): ApiError => new ApiError(403, 50005, 'Cannot edit a message authored by another user')
export const invalidRecipient = (): ApiError => new ApiError(400, 50033, 'Invalid Recipient(s)')
export const tooLarge = (): ApiError => new ApiError(413, 40005, 'Request entity too large')
export const invalidJson = (): ApiError => new ApiError(400, 50109, 'The request body contains invalid JSON.')
export const invalidForm = (errors: readonly FormError[]): ApiError =>
  new ApiError(400, 50035, 'Invalid Form Body', errors)

/** Throws 50035 when there is anything; with `under`, each path begins there ("data" in a callback). */
export function refuse(errors: readonly FormError[], under: readonly string[] = []): void {
  if (errors.length > 0) throw invalidForm(errors.map((error) => ({ ...error, path: [...under, ...error.path] })))
}

function treeOf(errors: readonly FormError[]): object {
  const here = errors.filter(({ path }) => path.length === 0).map(({ code, message }) => ({ code, message }))
  const deeper = Map.groupBy(
    errors.filter(({ path }) => path.length > 0),
    ({ path }) => String(path[0]),
  )
  return {
    ...(here.length > 0 && { _errors: here }),
    ...Object.fromEntries(
      [...deeper].map(([name, those]) => [
        name,
        treeOf(those.map((error) => ({ ...error, path: error.path.slice(1) }))),
      ]),
    ),
  }
}
