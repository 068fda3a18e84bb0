using 'main.bicep'

param environmentName = 'prod'
param storageSku = 'Standard_ZRS'
param instanceMemoryMB = 2048
param maximumInstanceCount = 100
param logRetentionDays = 90

// West Europe, North Europe, France Central.
param healthTestLocations = ['emea-nl-ams-azr', 'emea-gb-db3-azr', 'emea-fr-pra-edge']
param alertEmails = [readEnvironmentVariable('FLOWLOG_ALERT_EMAIL')]
param usePrivateEndpoints = bool(readEnvironmentVariable('FLOWLOG_PRIVATE_ENDPOINTS', 'false'))

param accountId = readEnvironmentVariable('FLOWLOG_ACCOUNT_ID')
param accountName = readEnvironmentVariable('FLOWLOG_ACCOUNT_NAME', 'prod')
param accessKeyId = readEnvironmentVariable('FLOWLOG_ACCESS_KEY_ID')
param accessKeySecret = readEnvironmentVariable('FLOWLOG_ACCESS_KEY_SECRET')
