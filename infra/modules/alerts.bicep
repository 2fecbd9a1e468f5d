// What wakes somebody. Each alert has its paragraph in docs/runbook.md, under the same name.

param environmentName string
param location string
param tags object
param address string
param workspaceId string
param hostAccountId string
param recordsAccountId string
param mailEventsExpected bool

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'ag-alliance-${environmentName}'
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    groupShortName: 'alliance'
    emailReceivers: [
      {
        name: 'operations'
        emailAddress: address
        useCommonAlertSchema: true
      }
    ]
  }
}

// Where SendGrid was never told to report, silence means nothing.
var mailEventRules = mailEventsExpected
  ? [
      {
        name: 'mail-events-silent'
        severity: 2
        description: 'Mails go out, and for a day SendGrid has said nothing of any: its webhook is off or points elsewhere, so bounces go unnoticed.'
        window: 'P1D'
        frequency: 'PT1H'
        operator: 'GreaterThan'
        threshold: 0
        query: 'AppMetrics | where Name in ("agreement.mails", "agreement.mail.reports") | summarize sent = sumif(Sum, Name == "agreement.mails"), told = sumif(Sum, Name == "agreement.mail.reports") | where sent > 20 and told == 0'
      }
    ]
  : []

// The rows that the query of a rule gives are counted over its window; more than `above` of them, or fewer than `below`, raise it.
var rules = [
  {
    name: 'server-errors'
    severity: 1
    description: 'People get error pages: more than five answers of 500 or above in a quarter of an hour.'
    window: 'PT15M'
    frequency: 'PT5M'
    operator: 'GreaterThan'
    threshold: 5
    query: 'AppRequests | where toint(ResultCode) >= 500'
  }
  {
    name: 'failed-orchestrations'
    severity: 1
    description: 'An orchestration failed. The sweep starts it over; if it fails again, its agreement stands still.'
    window: 'PT15M'
    frequency: 'PT5M'
    operator: 'GreaterThan'
    threshold: 0
    query: 'AppTraces | where tostring(Properties.prop__functionType) == "Orchestrator" and tostring(Properties.prop__state) == "Failed"'
  }
  {
    name: 'stuck-agreements'
    severity: 1
    description: 'The sweep wakes the same agreement again and again, and its record does not grow: its orchestration does not run, or gets nowhere.'
    // What takes in a wake-up is left alone for an hour and some minutes, so what gets nowhere is woken five times within this.
    window: 'PT6H'
    frequency: 'PT15M'
    operator: 'GreaterThan'
    threshold: 0
    // A line can arrive twice, by the worker and by the host; a sweep is one of every five minutes.
    query: 'AppTraces | where Message startswith "The sweep woke agreement " | parse Message with "The sweep woke agreement " agreement " at entry " position:long " of its record" | summarize sweeps = dcount(bin(TimeGenerated, 5m)) by agreement, position | where sweeps > 3'
  }
  {
    name: 'poison-messages'
    severity: 1
    description: 'A message of the orchestrations\' queues was taken up again and again without success.'
    window: 'PT15M'
    frequency: 'PT5M'
    operator: 'GreaterThan'
    threshold: 0
    query: 'AppTraces | where Message has "is now considered poison"'
  }
  {
    name: 'silent-sweep'
    severity: 2
    description: 'The timer that looks after overdue agreements has not run for half an hour: the host may be down.'
    window: 'PT30M'
    frequency: 'PT15M'
    operator: 'LessThan'
    threshold: 1
    query: 'AppRequests | where OperationName startswith "Sweep"'
  }
  {
    name: 'failing-sweep'
    severity: 2
    description: 'The timer that looks after overdue agreements fails again and again: some agreement cannot be woken, or a store cannot be read.'
    window: 'PT1H'
    frequency: 'PT15M'
    operator: 'GreaterThan'
    threshold: 3
    query: 'AppRequests | where OperationName startswith "Sweep" and Success == false'
  }
  {
    name: 'mail-events-refused'
    severity: 2
    description: 'SendGrid reports on mails and is refused: its key or clock is not what the app expects, so bounces go unnoticed.'
    window: 'PT1H'
    frequency: 'PT15M'
    operator: 'GreaterThan'
    threshold: 3
    query: 'AppRequests | where Url endswith "/hooks/sendgrid" and toint(ResultCode) >= 400'
  }
  {
    name: 'legal-unreached'
    severity: 2
    description: 'The legal team cannot be told of mails that did not arrive: its mailbox is refused.'
    window: 'PT1H'
    frequency: 'PT15M'
    operator: 'GreaterThan'
    threshold: 0
    query: 'AppTraces | where Message startswith "The mail service does not take alerts to legal"'
  }
  {
    name: 'mail-failures'
    severity: 2
    description: 'Mails could not be handed over. They are tried again every quarter of an hour; people wait meanwhile.'
    window: 'PT1H'
    frequency: 'PT15M'
    operator: 'GreaterThan'
    threshold: 5
    query: 'AppTraces | where Message startswith "A mail of agreement"'
  }
]

resource queries 'Microsoft.Insights/scheduledQueryRules@2026-03-01' = [
  for rule in concat(rules, mailEventRules): {
    name: '${rule.name}-${environmentName}'
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: rule.name
      description: rule.description
      severity: rule.severity
      enabled: true
      autoMitigate: true
      scopes: [workspaceId]
      evaluationFrequency: rule.frequency
      windowSize: rule.window
      criteria: {
        allOf: [
          {
            query: rule.query
            timeAggregation: 'Count'
            operator: rule.operator
            threshold: rule.threshold
            failingPeriods: {
              minFailingPeriodsToAlert: 1
              numberOfEvaluationPeriods: 1
            }
          }
        ]
      }
      actions: {
        actionGroups: [people.id]
      }
    }
  }
]

resource throttling 'Microsoft.Insights/metricAlerts@2026-01-01' = [
  for account in [
    { name: 'host', id: hostAccountId }
    { name: 'records', id: recordsAccountId }
  ]: {
    name: 'throttled-storage-${account.name}-${environmentName}'
    location: 'global'
    tags: tags
    properties: {
      description: 'The storage account turns requests away: it is at the limit of what one account takes (docs/scale.md).'
      severity: 2
      enabled: true
      autoMitigate: true
      scopes: [account.id]
      evaluationFrequency: 'PT5M'
      windowSize: 'PT15M'
      criteria: {
        'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
        allOf: [
          {
            criterionType: 'StaticThresholdCriterion'
            name: 'throttled'
            metricNamespace: 'Microsoft.Storage/storageAccounts'
            metricName: 'Transactions'
            dimensions: [
              {
                name: 'ResponseType'
                operator: 'Include'
                values: [
                  'ServerBusyError'
                  'ClientThrottlingError'
                  'ClientAccountBandwidthThrottlingError'
                  'ClientAccountRequestThrottlingError'
                ]
              }
            ]
            timeAggregation: 'Total'
            operator: 'GreaterThan'
            threshold: 100
          }
        ]
      }
      actions: [
        {
          actionGroupId: people.id
        }
      ]
    }
  }
]

resource backlog 'Microsoft.Insights/metricAlerts@2026-01-01' = {
  name: 'queue-backlog-${environmentName}'
  location: 'global'
  tags: tags
  properties: {
    description: 'Messages of the orchestrations pile up: they come faster than they are taken up, or nobody takes them up.'
    severity: 2
    enabled: true
    autoMitigate: true
    scopes: ['${hostAccountId}/queueServices/default']
    // Storage counts messages once an hour.
    evaluationFrequency: 'PT1H'
    windowSize: 'PT1H'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'messages'
          metricNamespace: 'Microsoft.Storage/storageAccounts/queueServices'
          metricName: 'QueueMessageCount'
          timeAggregation: 'Average'
          operator: 'GreaterThan'
          threshold: 5000
        }
      ]
    }
    actions: [
      {
        actionGroupId: people.id
      }
    ]
  }
}
