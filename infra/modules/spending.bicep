@description('What a month may cost, in the currency of the bill.')
param amount int

@description('The first of a month.')
param from string

@description('Who is told.')
param mail string

resource budget 'Microsoft.Consumption/budgets@2024-08-01' = {
  name: 'estation'
  properties: {
    amount: amount
    category: 'Cost'
    timeGrain: 'Monthly'
    timePeriod: { startDate: from }
    notifications: {
      nearly: { enabled: true, operator: 'GreaterThan', threshold: 80, thresholdType: 'Actual', contactEmails: [mail] }
      foreseen: { enabled: true, operator: 'GreaterThan', threshold: 100, thresholdType: 'Forecasted', contactEmails: [mail] }
    }
  }
}
