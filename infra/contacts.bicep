param tags object

@description('What the action group\'s name ends with.')
param name string

@description('Addresses that get an e-mail at each alert.')
param emails string[]

resource group 'Microsoft.Insights/actionGroups@2023-01-01' = if (!empty(emails)) {
  name: 'ag-${name}'
  location: 'Global'
  tags: tags
  properties: {
    groupShortName: 'flowlog'
    enabled: true
    emailReceivers: [
      for (email, index) in emails: {
        name: 'email-${index}'
        emailAddress: email
        useCommonAlertSchema: true
      }
    ]
  }
}

@description('The group\'s id, or nothing: rules without it fire, and tell nobody.')
output actionGroupIds string[] = empty(emails) ? [] : [group.id]
