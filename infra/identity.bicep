param location string
param tags object
param name string

// Of its own rather than the app's, so that it has its roles before the app first starts, and keeps them when the app is made again.
resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: name
  location: location
  tags: tags
}

output id string = identity.id
output clientId string = identity.properties.clientId
output principalId string = identity.properties.principalId
