// One page for whoever looks after the installation: an Azure Monitor workbook.

param environmentName string
param location string
param tags object
param workspaceId string

resource workbook 'Microsoft.Insights/workbooks@2023-06-01' = {
  name: guid(resourceGroup().id, 'alliance-agreements')
  location: location
  tags: tags
  kind: 'shared'
  properties: {
    displayName: 'Alliance Agreements (${environmentName})'
    category: 'workbook'
    serializedData: loadTextContent('../dashboard/workbook.json')
    sourceId: workspaceId
  }
}
