targetScope = 'resourceGroup'

@description('Azure region; one that offers Flex Consumption (az functionapp list-flexconsumption-locations).')
param location string = resourceGroup().location

@description('What the names of all resources begin with.')
@minLength(2)
@maxLength(12)
param name string = 'flowlog'

@description('The environment, as tag and in names: dev, prod.')
@minLength(2)
@maxLength(8)
param environmentName string

@description('Redundancy of the storage account, and so of all records.')
@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GRS', 'Standard_GZRS'])
param storageSku string = 'Standard_LRS'

@description('Memory of an instance in MB. CPU grows with it.')
@allowed([512, 2048, 4096])
param instanceMemoryMB int = 2048

@description('The most instances that the app scales out to.')
@minValue(40)
@maxValue(1000)
param maximumInstanceCount int = 40

@description('Days that logs and traces of the app itself are kept; flow records live in the storage account.')
@minValue(30)
@maxValue(730)
param logRetentionDays int = 30

@description('GB of logs and traces a day after which Log Analytics takes no more; -1 is no cap.')
param logDailyQuotaGB int = -1

@description('Id of the first primary account, 1 to 20 digits.')
@minLength(1)
@maxLength(20)
param accountId string

@description('Name of the first primary account.')
param accountName string

@description('Id of the first account\'s access key, 8 to 64 letters and digits.')
@minLength(8)
@maxLength(64)
@secure()
param accessKeyId string

@description('Secret of the first account\'s access key, 32 to 128 random letters and digits.')
@minLength(32)
@maxLength(128)
@secure()
param accessKeySecret string

@description('Region of requests that name none.')
param defaultRegion string = 'cn-hangzhou'

@description('Region ids that the service serves; empty means Alibaba Cloud\'s regions with flow logs.')
param regionIds string[] = []

@description('Addresses that get an e-mail at each alert; none if empty.')
param alertEmails string[] = []

@description('Where /api/health is called from each quarter of an hour: ids of Application Insights\' test locations, or nowhere.')
param healthTestLocations string[] = []

@description('Whether storage is reached over private endpoints in a virtual network of its own, and closed to the internet.')
param usePrivateEndpoints bool = false

@description('Address space of that network, at least a /24.')
param networkAddressPrefix string = '10.64.0.0/24'

@description('Any other app settings, by name.')
param extraSettings object = {}

var suffix = uniqueString(resourceGroup().id, name, environmentName)
var fullName = '${name}-${environmentName}-${suffix}'
var storageName = toLower('fl${environmentName}${suffix}')
var deploymentContainer = 'app-package'
var tags = {
  application: name
  environment: environmentName
}

var accountSettings = {
  FlowLog__Accounts__0__Id: accountId
  FlowLog__Accounts__0__Name: accountName
  FlowLog__Accounts__0__AccessKeyId: accessKeyId
  FlowLog__Accounts__0__AccessKeySecret: accessKeySecret
}

var regionSettings = union(
  { FlowLog__Regions__Default: defaultRegion },
  toObject(range(0, length(regionIds)), i => 'FlowLog__Regions__Ids__${i}', i => regionIds[i])
)

module identity 'identity.bicep' = {
  name: 'identity'
  params: {
    location: location
    tags: tags
    name: 'id-${fullName}'
  }
}

module storage 'storage.bicep' = {
  name: 'storage'
  params: {
    location: location
    tags: tags
    name: storageName
    sku: storageSku
    deploymentContainer: deploymentContainer
    isPublic: !usePrivateEndpoints
  }
}

module monitoring 'monitoring.bicep' = {
  name: 'monitoring'
  params: {
    location: location
    tags: tags
    name: fullName
    retentionDays: logRetentionDays
    dailyQuotaGB: logDailyQuotaGB
  }
}

module permissions 'permissions.bicep' = {
  name: 'permissions'
  params: {
    principalId: identity.outputs.principalId
    storageAccountName: storage.outputs.name
    applicationInsightsName: monitoring.outputs.applicationInsightsName
  }
}

module network 'network.bicep' = if (usePrivateEndpoints) {
  name: 'network'
  params: {
    location: location
    tags: tags
    name: fullName
    addressPrefix: networkAddressPrefix
  }
}

module privateStorage 'private-storage.bicep' = if (usePrivateEndpoints) {
  name: 'private-storage'
  params: {
    location: location
    tags: tags
    storageAccountName: storage.outputs.name
    virtualNetworkId: network!.outputs.id
    subnetId: network!.outputs.endpointSubnetId
  }
}

module functionApp 'function-app.bicep' = {
  name: 'function-app'
  params: {
    location: location
    tags: tags
    name: 'func-${fullName}'
    planName: 'plan-${fullName}'
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    subnetId: usePrivateEndpoints ? network!.outputs.appSubnetId : ''
    storageAccountName: storage.outputs.name
    deploymentContainerUrl: storage.outputs.deploymentContainerUrl
    applicationInsightsConnectionString: monitoring.outputs.connectionString
    instanceMemoryMB: instanceMemoryMB
    maximumInstanceCount: maximumInstanceCount
    settings: union(extraSettings, regionSettings, accountSettings)
  }
  // The app reads its storage as it starts: its identity has its roles first, and the way there is open.
  dependsOn: [permissions, privateStorage]
}

module contacts 'contacts.bicep' = {
  name: 'contacts'
  params: {
    tags: tags
    name: fullName
    emails: alertEmails
  }
}

module alerts 'alerts.bicep' = {
  name: 'alerts'
  params: {
    location: location
    tags: tags
    name: fullName
    workspaceId: monitoring.outputs.workspaceId
    actionGroupIds: contacts.outputs.actionGroupIds
  }
}

module health 'health.bicep' = {
  name: 'health'
  params: {
    location: location
    tags: tags
    name: fullName
    url: functionApp.outputs.url
    storageAccountName: storage.outputs.name
    applicationInsightsName: monitoring.outputs.applicationInsightsName
    testLocations: healthTestLocations
    actionGroupIds: contacts.outputs.actionGroupIds
  }
}

output functionAppName string = functionApp.outputs.name
output url string = functionApp.outputs.url
output storageAccountName string = storage.outputs.name
