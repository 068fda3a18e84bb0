using 'main.bicep'

param environmentName = 'prod'
param storageSku = 'Standard_ZRS'
param instanceMemoryMB = 2048
param maximumInstanceCount = 100
param logRetentionDays = 90

param accountId = readEnvironmentVariable('FLOWLOG_ACCOUNT_ID')
param accountName = readEnvironmentVariable('FLOWLOG_ACCOUNT_NAME', 'prod')
param accessKeyId = readEnvironmentVariable('FLOWLOG_ACCESS_KEY_ID')
param accessKeySecret = readEnvironmentVariable('FLOWLOG_ACCESS_KEY_SECRET')
