using 'main.bicep'

param environmentName = 'dev'
param storageSku = 'Standard_LRS'
param instanceMemoryMB = 2048
param maximumInstanceCount = 40
param logRetentionDays = 30
param logDailyQuotaGB = 1

param accountId = readEnvironmentVariable('FLOWLOG_ACCOUNT_ID')
param accountName = readEnvironmentVariable('FLOWLOG_ACCOUNT_NAME', 'dev')
param accessKeyId = readEnvironmentVariable('FLOWLOG_ACCESS_KEY_ID')
param accessKeySecret = readEnvironmentVariable('FLOWLOG_ACCESS_KEY_SECRET')
