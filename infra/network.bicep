param location string
param tags object

@description('What the names of the network\'s parts end with.')
param name string

@description('Address space of the virtual network, at least a /24.')
param addressPrefix string

// Flex Consumption takes a subnet of its own: delegated to Container Apps' environments, no underscore in its name.
var appSubnetName = 'app'
var endpointSubnetName = 'private-endpoints'

resource virtualNetwork 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'vnet-${name}'
  location: location
  tags: tags
  properties: {
    addressSpace: {
      addressPrefixes: [addressPrefix]
    }
    subnets: [
      {
        name: appSubnetName
        properties: {
          addressPrefix: cidrSubnet(addressPrefix, 26, 0)
          delegations: [
            {
              name: 'flex-consumption'
              properties: {
                serviceName: 'Microsoft.App/environments'
              }
            }
          ]
        }
      }
      {
        name: endpointSubnetName
        properties: {
          addressPrefix: cidrSubnet(addressPrefix, 26, 1)
          privateEndpointNetworkPolicies: 'Disabled'
        }
      }
    ]
  }

  resource appSubnet 'subnets' existing = {
    name: appSubnetName
  }

  resource endpointSubnet 'subnets' existing = {
    name: endpointSubnetName
  }
}

output id string = virtualNetwork.id
output appSubnetId string = virtualNetwork::appSubnet.id
output endpointSubnetId string = virtualNetwork::endpointSubnet.id
