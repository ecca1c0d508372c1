/** A request an answer is awaited for, as far as it can be recognised in a customer list. */
export type AwaitedRequest = {
  readonly id: string
  readonly accountId: string
  /** The customer it was made for, when that was in the list already. */
  readonly customerId: string | null
  readonly tenantId: string | null
  /** Domains of its recipients and of the prospect's address. */
  readonly domains: readonly string[]
  /** The prospect's name, folded. */
  readonly foldedName: string
}

/** A customer an import has listed for the first time, or has stated a relationship of that it did not have before. */
export type NewlyListed = {
  readonly id: string
  readonly accountId: string
  readonly tenantId: string | null
  readonly domain: string | null
  readonly foldedName: string
  readonly change: 'listed' | 'relationship' | 'privileges'
}

/** Why a customer may be the one a request was made for, the surest first. */
export const matchReasons = ['same-customer', 'tenant-id', 'domain', 'default-domain', 'name'] as const
export type MatchReason = (typeof matchReasons)[number]

/** A customer that may have accepted a request; never more than a suggestion. */
export type AcceptanceSuggestion = {
  readonly requestId: string
  readonly customerId: string
  readonly reasons: readonly MatchReason[]
  readonly change: NewlyListed['change']
}

/** Mail providers anybody can have an address at; their domains identify nobody. */
const publicMailDomains = new Set(
  `qq.com foxmail.com 163.com 126.com yeah.net sina.com sina.cn sohu.com 139.com 189.cn wo.cn aliyun.com gmail.com
  outlook.com hotmail.com live.com live.cn msn.com yahoo.com icloud.com`.split(/\s+/),
)

/** A suggestion with the listing that it was found in. */
export type FoundAcceptance<Listed extends NewlyListed> = AcceptanceSuggestion & { readonly listed: Listed }

/**
 * Matches awaited requests with customers that are new in the list of the same account (domain 0.5: acceptance shows
 * only there). It suggests and gives its reasons; confirming is always the user's. The suggestions of each request
 * stand together, the surest first.
 */
export function suggestAcceptances<Listed extends NewlyListed>(
  requests: readonly AwaitedRequest[],
  customers: Iterable<Listed>,
): readonly FoundAcceptance<Listed>[] {
  // The requests are few and a first list is long: it is walked once, and each customer asks whether anybody knows it.
  const asked = new Map<string, Keys>()
  for (const request of requests) {
    const keys = asked.get(request.accountId) ?? emptyKeys()
    asked.set(request.accountId, keys)
    enter(keys, request)
  }
  const found = new Map(requests.map(({ id }) => [id, [] as FoundAcceptance<Listed>[]]))
  for (const listed of customers) {
    const keys = asked.get(listed.accountId)
    for (const request of keys === undefined ? [] : whoKnows(keys, listed)) {
      const reasons = matchReasons.filter((reason) => holds(reason, request, listed))
      if (reasons.length > 0) {
        const { id: customerId, change } = listed
        found.get(request.id)?.push({ requestId: request.id, customerId, reasons, change, listed })
      }
    }
  }
  return [...found.values()].flatMap((each) => each.toSorted((a, b) => rank(a) - rank(b)))
}

/** The requests of one account by all that a customer may be recognised by. */
type Keys = { readonly [K in 'id' | 'tenant' | 'domain' | 'label' | 'name']: Map<string, AwaitedRequest[]> }

function emptyKeys(): Keys {
  return { id: new Map(), tenant: new Map(), domain: new Map(), label: new Map(), name: new Map() }
}

function enter(keys: Keys, request: AwaitedRequest): void {
  const put = (kind: keyof Keys, key: string | null) => {
    if (key !== null) {
      keys[kind].set(key, [...(keys[kind].get(key) ?? []), request])
    }
  }
  put('id', request.customerId)
  put('tenant', request.tenantId?.toLowerCase() ?? null)
  for (const domain of request.domains) {
    parentsOf(domain).forEach((each) => put('domain', each))
    put('label', ownLabel(domain))
  }
  put('name', request.foldedName === '' ? null : nameCore(request.foldedName))
}

function whoKnows(keys: Keys, customer: NewlyListed): ReadonlySet<AwaitedRequest> {
  const { id, tenantId, domain, foldedName } = customer
  const known = new Set(keys.id.get(id))
  const add = (requests: readonly AwaitedRequest[] | undefined) =>
    requests?.forEach((each) => known.add(each))
  if (tenantId !== null) {
    add(keys.tenant.get(tenantId.toLowerCase()))
  }
  if (domain !== null) {
    parentsOf(domain).forEach((each) => add(keys.domain.get(each)))
    add(keys.label.get(defaultLabel(domain) ?? ''))
  }
  add(keys.name.get(nameCore(foldedName)))
  return known
}

/** A domain and those it lies in, but for the last label and what half the country lies in. */
function parentsOf(domain: string): readonly string[] {
  const labels = domain.toLowerCase().split('.')
  return labels
    .slice(0, -1)
    .map((_, index) => labels.slice(index).join('.'))
    .filter((each) => !isPublic(each))
}

function rank({ reasons }: AcceptanceSuggestion): number {
  return matchReasons.indexOf(reasons[0] ?? 'name')
}

function holds(reason: MatchReason, request: AwaitedRequest, customer: NewlyListed): boolean {
  if (request.customerId !== null) {
    // A request for a listed customer can only have been accepted by that customer.
    return reason === 'same-customer' && request.customerId === customer.id && customer.change !== 'listed'
  }
  if (customer.change !== 'listed') {
    return false
  }
  switch (reason) {
    case 'same-customer':
      return false
    case 'tenant-id':
      return request.tenantId !== null && request.tenantId.toLowerCase() === customer.tenantId?.toLowerCase()
    case 'domain':
      return (
        customer.domain !== null &&
        request.domains.some((domain) => isSameDomain(domain, customer.domain ?? ''))
      )
    case 'default-domain': {
      const label = defaultLabel(customer.domain ?? '')
      return label !== null && request.domains.some((domain) => ownLabel(domain) === label)
    }
    case 'name':
      return request.foldedName !== '' && nameCore(request.foldedName) === nameCore(customer.foldedName)
  }
}

/** `com.cn` and its like, and what Microsoft's tenants all lie in. */
function isPublic(domain: string): boolean {
  return /^(?:(?:com|net|org|gov|edu|ac|co)\.[a-z]{2}|partner\.onmschina\.cn|onmschina\.cn|onmicrosoft\.(?:com|us|cn)|[^.]*)$/.test(
    domain,
  )
}

/** The same domain, or one that lies in the other; a provider's domain, which anybody may use, is nobody's. */
function isSameDomain(asked: string, listed: string): boolean {
  const one = asked.toLowerCase()
  const other = listed.toLowerCase()
  if (publicMailDomains.has(one) || publicMailDomains.has(other)) {
    return false
  }
  return (
    one === other ||
    (!isPublic(other) && one.endsWith(`.${other}`)) ||
    (!isPublic(one) && other.endsWith(`.${one}`))
  )
}

/** The name a tenant chose for its default domain: `hualian` of `hualian.partner.onmschina.cn`. */
function defaultLabel(domain: string): string | null {
  return (
    /^([a-z0-9-]+)\.(?:partner\.onmschina\.cn|onmicrosoft\.(?:com|us|cn))$/i
      .exec(domain)?.[1]
      ?.toLowerCase() ?? null
  )
}

/** The name in a company's own domain: `hualian` of `mail.hualian.com.cn`; none of a provider's, or of a short one. */
function ownLabel(domain: string): string | null {
  const folded = domain.toLowerCase()
  const label =
    folded
      .replace(/\.(?:com|net|org|gov|edu|ac|co)\.[a-z]{2}$|\.[a-z]+$/, '')
      .split('.')
      .at(-1) ?? ''
  return publicMailDomains.has(folded) || label.length < 4 ? null : label
}

/** A company's name without what companies are called by law, and without brackets and spaces. */
function nameCore(folded: string): string {
  const bare = folded
    .replace(/[\s()（）[\]【】·・.,，。'’"“”-]/g, '')
    .replace(/(股份有限公司|有限责任公司|有限公司|集团公司|公司)$/u, '')
    .replace(/(coltd|companylimited|limited|ltd|inc|llc|gmbh)$/u, '')
  return bare === '' ? folded : bare
}
