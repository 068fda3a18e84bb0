param location string
param tags object

@description('What the names of the rules end with.')
param name string

@description('Resource id of the Log Analytics workspace that has the app\'s telemetry.')
param workspaceId string

@description('Resource ids of the action groups that a rule calls.')
param actionGroupIds string[]

// Each rule asks the workspace every few minutes; a row that it finds is an alert. docs/deploy.md says what to do at each.
var rules = {
  'poison-messages': {
    title: 'A message could not be processed'
    description: 'A message went to a poison queue. Its minutes count as lost until it is put back.'
    severity: 1
    frequency: 'PT5M'
    window: 'PT5M'
    // The app counts what it finds in the queue of batches; the Functions host tells of every queue.
    query: '''
      union isfuzzy=true
        (AppMetrics | where Name == 'flowlog.poison.batches' | project Messages = Sum),
        (AppTraces | where Message startswith 'Message has reached MaxDequeueCount' | project Messages = toreal(ItemCount))
      | summarize Messages = sum(Messages)
      | where Messages > 0
    '''
  }
  'delivery-lag': {
    title: 'Records come late'
    description: 'For ten minutes there was a flow log whose records were complete only up to more than twenty minutes ago.'
    severity: 2
    frequency: 'PT5M'
    window: 'PT10M'
    // Windows of ten minutes are ten minutes late by their nature.
    query: '''
      AppMetrics
      | where Name == 'flowlog.delivery.lag'
      | summarize Worst = max(Max) by bin(TimeGenerated, 1m)
      | summarize Least = min(Worst), Minutes = count()
      | where Minutes >= 5 and Least > 1200
    '''
  }
  'failed-calls': {
    title: 'Calls and functions fail'
    description: 'More than one call or function run in twenty failed by the service\'s fault, and more than five did.'
    severity: 2
    frequency: 'PT5M'
    window: 'PT15M'
    // Statuses 400 to 499 are the caller's.
    query: '''
      AppRequests
      | extend Failed = Success == false and not(toint(ResultCode) between (400 .. 499))
      | summarize All = sum(ItemCount), Failed = sumif(ItemCount, Failed)
      | where Failed > 5 and Failed * 20 > All
    '''
  }
  'logged-errors': {
    title: 'The app logs errors'
    description: 'The app wrote more than five errors to its log: damaged rows, capture that failed, storage that does not answer.'
    severity: 2
    frequency: 'PT5M'
    window: 'PT15M'
    query: '''
      union isfuzzy=true
        (AppTraces | where SeverityLevel >= 3 | project ItemCount),
        (AppExceptions | project ItemCount)
      | summarize Errors = sum(ItemCount)
      | where Errors > 5
    '''
  }
  silence: {
    title: 'The app says nothing'
    description: 'No log, call or metric of the app for fifteen minutes, though its timers run each minute: it is down, or its telemetry is.'
    severity: 1
    frequency: 'PT5M'
    window: 'PT15M'
    query: '''
      union isfuzzy=true AppTraces, AppRequests, AppMetrics
      | summarize Signs = count()
      | where Signs == 0
    '''
  }
}

resource queryRules 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for rule in items(rules): {
    name: '${rule.key}-${name}'
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: rule.value.title
      description: rule.value.description
      severity: rule.value.severity
      enabled: true
      scopes: [workspaceId]
      evaluationFrequency: rule.value.frequency
      windowSize: rule.value.window
      criteria: {
        allOf: [
          {
            query: rule.value.query
            timeAggregation: 'Count'
            operator: 'GreaterThan'
            threshold: 0
            failingPeriods: {
              numberOfEvaluationPeriods: 1
              minFailingPeriodsToAlert: 1
            }
          }
        ]
      }
      // A poison message stays until somebody looks at it; the others heal by themselves.
      autoMitigate: rule.key != 'poison-messages'
      // The tables are there from the first telemetry on.
      skipQueryValidation: true
      actions: {
        actionGroups: actionGroupIds
      }
    }
  }
]
