import { z } from 'zod'
import { accountKinds, clouds, userRoles } from '#shared/domain/cloud.ts'
import { fileChoiceErrors } from './errors.ts'
import { id, instant, line, name, partnerId, tenantId } from './primitives.ts'
import type { CommandSpec, ViewSpec } from './spec.ts'

/** An invitation link as pasted: an opaque string, kept byte for byte (domain 0.10, 8.3). */
export const link = z.string().min(1).max(4096)

/** A country by its two letters (ISO 3166). */
const market = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z]{2}$/)

const fields = {
  companyName: name(200),
  cloud: z.enum(clouds),
  kind: z.enum(accountKinds),
  tenantId: tenantId.optional(),
  partnerId: partnerId.optional(),
  userRole: z.enum(userRoles).optional(),
  /** Says that the account is suspended for overdue payment; only the user knows. */
  isDelinquent: z.boolean().optional(),
  /** Where the account may sell: a two-letter country. */
  market: market.optional(),
  senderName: line(200).optional(),
  senderEmail: line(320).optional(),
  senderPhone: line(64).optional(),
  /** The link of Partner Center's request page; for an indirect reseller, the provider's link. */
  link: link.optional(),
}

/** The link an account uses now, and since when. */
export const invitationLink = z.strictObject({ id, link, addedAt: instant })

export const partnerAccount = z.strictObject({
  id,
  companyName: z.string(),
  cloud: z.enum(clouds),
  kind: z.enum(accountKinds),
  tenantId: z.string().nullable(),
  partnerId: z.string().nullable(),
  userRole: z.enum(userRoles),
  isDelinquent: z.boolean(),
  market: z.string().nullable(),
  senderName: z.string(),
  senderEmail: z.string(),
  senderPhone: z.string(),
  link: invitationLink.nullable(),
  isSample: z.boolean(),
  customerCount: z.int(),
  subscriptionCount: z.int(),
  createdAt: instant,
  updatedAt: instant,
})
export type PartnerAccount = z.infer<typeof partnerAccount>

export const accountCommands = {
  'account.create': {
    input: z.strictObject(fields),
    output: z.strictObject({ id }),
    errors: ['LINK_INVALID', 'RECIPIENT_INVALID'],
  },
  /** Changes the fields that are given; an empty string or `null` clears an optional one. */
  'account.update': {
    input: z.strictObject({
      accountId: id,
      ...z.strictObject(fields).partial().shape,
      tenantId: tenantId.nullable().optional(),
      partnerId: partnerId.nullable().optional(),
      market: market.nullable().optional(),
      link: link.nullable().optional(),
    }),
    output: z.strictObject({ id }),
    errors: ['ACCOUNT_NOT_FOUND', 'LINK_INVALID', 'RECIPIENT_INVALID'],
  },
  /** Removes an account that has no customers and no requests; anything else would lose the only ledger there is. */
  'account.remove': {
    input: z.strictObject({ accountId: id }),
    output: z.strictObject({}),
    errors: ['ACCOUNT_NOT_FOUND', 'ACCOUNT_IN_USE'],
  },
  /** Reads a picture from a file as the logo that stands on the account's papers; a PNG or a JPEG, and nothing else. */
  'account.setLogo': {
    input: z.strictObject({ accountId: id }),
    output: z.strictObject({ width: z.int(), height: z.int() }),
    errors: ['ACCOUNT_NOT_FOUND', 'LOGO_INVALID', ...fileChoiceErrors],
    file: { use: 'open', extensions: ['png', 'jpg', 'jpeg'] },
  },
  'account.removeLogo': {
    input: z.strictObject({ accountId: id }),
    output: z.strictObject({}),
    errors: ['ACCOUNT_NOT_FOUND'],
  },
} as const satisfies Record<string, CommandSpec>

export const accountViews = {
  'account.list': { params: z.strictObject({}), value: z.array(partnerAccount), errors: [] },
  /** The logo of an account, in base64; `null` where it has none. */
  'account.logo': {
    params: z.strictObject({ accountId: id }),
    value: z
      .strictObject({
        mime: z.enum(['image/png', 'image/jpeg']),
        content: z.string(),
        width: z.int(),
        height: z.int(),
      })
      .nullable(),
    errors: [],
  },
} as const satisfies Record<string, ViewSpec>
