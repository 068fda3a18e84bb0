param location string
param tags object

@description('What the names of the test and of the rules end with.')
param name string

@description('Address of the app.')
param url string

param storageAccountName string
param applicationInsightsName string

@description('Where /api/health is called from; nowhere if empty. Ids of Application Insights\' test locations.')
param testLocations string[]

@description('Resource ids of the action groups that a rule calls.')
param actionGroupIds string[]

var hasTest = !empty(testLocations)
var actions = [for id in actionGroupIds: { actionGroupId: id }]

resource account 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: storageAccountName
}

resource applicationInsights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: applicationInsightsName
}

resource storageAvailability 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: 'storage-availability-${name}'
  location: 'global'
  tags: tags
  properties: {
    description: 'More than one call to the storage account in a hundred failed by its fault.'
    severity: 1
    enabled: true
    scopes: [account.id]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          name: 'availability'
          criterionType: 'StaticThresholdCriterion'
          metricNamespace: 'Microsoft.Storage/storageAccounts'
          metricName: 'Availability'
          timeAggregation: 'Average'
          operator: 'LessThan'
          threshold: 99
        }
      ]
    }
    autoMitigate: true
    actions: actions
  }
}

resource test 'Microsoft.Insights/webtests@2022-06-15' = if (hasTest) {
  name: 'health-${name}'
  location: location
  tags: union(tags, { 'hidden-link:${applicationInsights.id}': 'Resource' })
  kind: 'standard'
  properties: {
    SyntheticMonitorId: 'health-${name}'
    Name: 'health'
    Description: 'The health of the app, asked from outside.'
    Kind: 'standard'
    Enabled: true
    Frequency: 900
    Timeout: 60
    RetryEnabled: true
    Locations: [for place in testLocations: { Id: place }]
    Request: {
      RequestUrl: '${url}/api/health'
      HttpVerb: 'GET'
    }
    ValidationRules: {
      ExpectedHttpStatusCode: 200
      SSLCheck: true
      SSLCertRemainingLifetimeCheck: 7
    }
  }
}

resource health 'Microsoft.Insights/metricAlerts@2018-03-01' = if (hasTest) {
  name: 'health-${name}'
  location: 'global'
  tags: tags
  properties: {
    description: '/api/health did not answer 200 to two places or more, or to the only one.'
    severity: 1
    enabled: true
    scopes: [test.id, applicationInsights.id]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.WebtestLocationAvailabilityCriteria'
      webTestId: test.id
      componentId: applicationInsights.id
      failedLocationCount: min(2, length(testLocations))
    }
    autoMitigate: true
    actions: actions
  }
}
