// It also keeps Azure from tidying the list of deployments, which ends at 800: names of deployments are the same each time.
resource lock 'Microsoft.Authorization/locks@2020-05-01' = {
  name: 'keep'
  properties: { level: 'CanNotDelete', notes: 'Data of a province. docs/operations.md says how it is taken off.' }
}
