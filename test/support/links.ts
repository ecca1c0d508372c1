const guid = '3b33e682-00c3-41ee-9dd2-a548adf56438'

/** Every shape of link seen in documents (domain 1.5). */
export const documentedLinks = [
  `https://admin.microsoft.com/Adminportal/Home?invType=ResellerRelationship&partnerId=${guid}&msppId=0&DAP=false#/BillingAccounts/partner-invitation`,
  `https://admin.microsoft.com/Adminportal/Home?invType=ResellerRelationship&partnerId=${guid}&msppId=0&DAP=true#/BillingAccounts/partner-invitation`,
  `https://admin.microsoft.com/Adminportal/Home?invType=ResellerRelationship&partnerId=${guid}&msppId=0#/partners/invitation`,
  `https://admin.microsoft.com/Adminportal/Home?invType=IndirectResellerRelationship&partnerId=${guid}&msppId=601089&indirectCSPId=${guid}&DAP=true#/BillingAccounts/partner-invitation`,
  `https://admin.microsoft.com/Adminportal/Home?invType=Administration&partnerId=${guid}#/BillingAccounts/partner-invitation`,
  `https://businessstore.microsoft.com/manage/partner-invitation?invType=IndirectResellerRelationship&partnerId=${guid}&msppId=1&DAP=true`,
  `https://portal.office.com/partner/partnersignup.aspx?type=ResellerRelationship&id=${guid}&csp=1&msppid=0`,
  `https://admin.microsoft.com/AdminPortal/Home#/partners/invitation/granularAdminRelationships/${guid}-${guid}`,
  `https://admin.cloud.microsoft/?#/partners/invitation/granularAdminRelationships/${guid}-${guid}`,
] as const
