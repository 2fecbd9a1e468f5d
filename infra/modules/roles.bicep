// What the app's identity may do, and where. No role reaches beyond one resource, and none manages resources.

param identityName string
param hostAccountName string
param recordsAccountName string
param vaultName string
param insightsName string

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: identityName
}

resource hostAccount 'Microsoft.Storage/storageAccounts@2026-06-01' existing = {
  name: hostAccountName
}

resource recordsAccount 'Microsoft.Storage/storageAccounts@2026-06-01' existing = {
  name: recordsAccountName

  resource blobs 'blobServices' existing = {
    name: 'default'

    resource containers 'containers' existing = [
      for container in ['records', 'documents', 'archive', 'keys']: {
        name: container
      }
    ]
  }
}

resource vault 'Microsoft.KeyVault/vaults@2026-05-15' existing = {
  name: vaultName
}

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

// What the built-in roles lack: Contributor may delete but not tag, Owner may change retention. The app does neither: it reads, writes
// and tags. (Storage refuses to let it overwrite what is under retention; of everything else, versions keep what stood there.)
resource writer 'Microsoft.Authorization/roleDefinitions@2022-04-01' = {
  name: guid(resourceGroup().id, 'alliance-agreements-writer')
  properties: {
    roleName: 'Alliance Agreements writer (${uniqueString(resourceGroup().id)})'
    description: 'Read, write and tag blobs; neither delete them nor change how long they are retained.'
    type: 'CustomRole'
    assignableScopes: [resourceGroup().id]
    permissions: [
      {
        actions: ['Microsoft.Storage/storageAccounts/blobServices/containers/read']
        dataActions: [
          'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read'
          'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/write'
          'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/add/action'
          'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/tags/read'
          'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/tags/write'
          'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/filter/action'
        ]
      }
    ]
  }
}

resource writesContainers 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for index in range(0, 4): {
    scope: recordsAccount::blobs::containers[index]
    name: guid(recordsAccount::blobs::containers[index].id, identity.id, writer.id)
    properties: {
      principalId: identity.properties.principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: writer.id
    }
  }
]

// The tables: the index, which can be made anew from the records, and which mails were sent.
var tableContributor = '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'

resource writesIndex 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: recordsAccount
  name: guid(recordsAccount.id, identity.id, tableContributor)
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', tableContributor)
  }
}

// What the Functions host and its durable storage ask for: blobs (Owner, for leases and the package), queues and tables.
var hostRoles = {
  blobOwner: 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
  queueContributor: '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
  tableContributor: tableContributor
}

resource runsHost 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in items(hostRoles): {
    scope: hostAccount
    name: guid(hostAccount.id, identity.id, role.value)
    properties: {
      principalId: identity.properties.principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role.value)
    }
  }
]

var secretsUser = '4633458b-17de-408a-b874-0445c86b69e6'

resource readsSecrets 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: vault
  name: guid(vault.id, identity.id, secretsUser)
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', secretsUser)
  }
}

var metricsPublisher = '3913510d-42f4-4e42-8a64-420c390055eb'

resource sendsTelemetry 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: insights
  name: guid(insights.id, identity.id, metricsPublisher)
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', metricsPublisher)
  }
}
