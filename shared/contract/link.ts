import { z } from 'zod'
import { linkFindings } from '#shared/domain/link-inspection.ts'
import type { LinkFinding } from '#shared/domain/link-inspection.ts'
import { linkKinds, linkPurposes } from '#shared/domain/link-kind.ts'
import { link } from './account.ts'
import { id, line } from './primitives.ts'
import type { CommandSpec, ViewSpec } from './spec.ts'

/** The links of an account's library beside the one in use; every one is kept byte for byte. */
export const linkCommands = {
  'link.add': {
    input: z.strictObject({
      accountId: id,
      link,
      purpose: z.enum(linkPurposes),
      label: line(120).default(''),
    }),
    output: z.strictObject({ id }),
    errors: ['ACCOUNT_NOT_FOUND', 'LINK_INVALID'],
  },
  'link.update': {
    input: z.strictObject({
      linkId: id,
      label: line(120).optional(),
      purpose: z.enum(linkPurposes).optional(),
    }),
    output: z.strictObject({ id }),
    errors: ['LINK_NOT_FOUND'],
  },
  /** Says that the user has held the link against Partner Center today. */
  'link.check': {
    input: z.strictObject({ linkId: id }),
    output: z.strictObject({ id }),
    errors: ['LINK_NOT_FOUND'],
  },
  /** Makes a link the one its account uses; the one before stays in the library. */
  'link.use': {
    input: z.strictObject({ linkId: id }),
    output: z.strictObject({ id }),
    errors: ['LINK_NOT_FOUND'],
  },
  /** Takes a link out of use; it stays in the ledger of the requests made with it. */
  'link.retire': {
    input: z.strictObject({ linkId: id }),
    output: z.strictObject({ id }),
    errors: ['LINK_NOT_FOUND'],
  },
} as const satisfies Record<string, CommandSpec>

const findings = z.enum(Object.keys(linkFindings) as [LinkFinding])

export const linkViews = {
  /** What can be read off any pasted text; recognition only, nothing is followed or changed. */
  'link.inspection': {
    params: z.strictObject({ accountId: id.optional(), link: z.string().max(4096) }),
    value: z.discriminatedUnion('isLink', [
      z.strictObject({
        isLink: z.literal(false),
        problem: z.enum([
          'empty',
          'whitespace',
          'not-an-address',
          'not-https',
          'credentials',
          'port',
          'too-long',
        ]),
      }),
      z.strictObject({
        isLink: z.literal(true),
        kind: z.enum(linkKinds),
        host: z.string(),
        registrableHost: z.string(),
        partnerTenantId: z.string().nullable(),
        includesDelegatedPrivileges: z.boolean().nullable(),
        findings: z.array(findings),
        isDangerous: z.boolean(),
        usedIn: z.int(),
        /** The library's link with the same bytes. */
        linkId: id.nullable(),
      }),
    ]),
    errors: ['ACCOUNT_NOT_FOUND'],
  },
} as const satisfies Record<string, ViewSpec>
