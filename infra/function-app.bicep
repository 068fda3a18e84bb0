param location string
param tags object

@description('Also the host name: <name>.azurewebsites.net.')
@maxLength(60)
param name string

param planName string

@description('Resource id of the user-assigned identity that the app runs as.')
param identityId string

@description('Client id of the same identity.')
param identityClientId string

@description('Resource id of the subnet that the app\'s own calls come from; empty means none.')
param subnetId string

param storageAccountName string
param deploymentContainerUrl string
param applicationInsightsConnectionString string
param instanceMemoryMB int
param maximumInstanceCount int

@description('The app\'s own settings, by name. They hold the first account\'s access key.')
@secure()
param settings object

var platformSettings = {
  AzureWebJobsStorage__accountName: storageAccountName
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: identityClientId
  // The identity that the app's own storage clients find (DefaultAzureCredential).
  AZURE_CLIENT_ID: identityClientId
  APPLICATIONINSIGHTS_CONNECTION_STRING: applicationInsightsConnectionString
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identityClientId};Authorization=AAD'
  // The exporters' own statistics would go to Microsoft, or count as logs.
  APPLICATIONINSIGHTS_STATSBEAT_DISABLED: 'true'
  APPLICATIONINSIGHTS_SDKSTATS_DISABLED: 'true'
  // The console is served at /.
  AzureWebJobsDisableHomepage: 'true'
}

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: planName
  location: location
  tags: tags
  kind: 'functionapp'
  sku: {
    name: 'FC1'
    tier: 'FlexConsumption'
  }
  properties: {
    reserved: true
  }
}

resource app 'Microsoft.Web/sites@2024-04-01' = {
  name: name
  location: location
  tags: tags
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    virtualNetworkSubnetId: empty(subnetId) ? null : subnetId
    siteConfig: {
      minTlsVersion: '1.2'
    }
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: deploymentContainerUrl
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identityId
          }
        }
      }
      runtime: {
        name: 'dotnet-isolated'
        version: '10.0'
      }
      scaleAndConcurrency: {
        instanceMemoryMB: instanceMemoryMB
        maximumInstanceCount: maximumInstanceCount
      }
    }
  }

  resource appSettings 'config' = {
    name: 'appsettings'
    properties: union(settings, platformSettings)
  }
}

output name string = app.name
output url string = 'https://${app.properties.defaultHostName}'
