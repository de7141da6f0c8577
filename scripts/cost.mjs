// What a contest costs, and how near each limit is. Usage: node scripts/cost.mjs [FILE.json] [name=value ...]
// The counted requests are held to the code by a test (tests/EStation.Tests/ScaleTests.cs); prices and assumptions are yours to change, as
//   node scripts/cost.mjs peakOverMean=10 messageToPhone=0.005
import { readFileSync } from 'node:fs';

const given = process.argv.slice(2);
const file = given.find((argument) => !argument.includes('=')) ?? new URL('cost.json', import.meta.url);
const model = JSON.parse(readFileSync(file, 'utf8'));
for (const [name, value] of given.filter((argument) => argument.includes('=')).map((argument) => argument.split('='))) {
  const group = [model.assumed, model.pricesInUsd, model.limits].find((one) => name in one);
  if (!group || !Number.isFinite(Number(value))) {
    console.error(`cost: '${name}=${value}': a number for one of ${Object.keys({ ...model.assumed, ...model.pricesInUsd, ...model.limits }).join(', ')}`);
    process.exit(1);
  }
  group[name] = Number(value);
}

const { counted, countiesCounted, pricesInUsd: price, assumed, limits } = model;

// Writes of a county that arrive while one transaction is under way share the next one.
const sharing = (writesPerSecond) => Math.min(limits.rowsInATransaction, Math.max(1, writesPerSecond * assumed.secondsPerTransaction));

function reckon(one) {
  const mean = one.entriesADay / (assumed.contestHours * 3600);
  const peak = mean * assumed.peakOverMean;
  const [meanShared, peakShared] = [mean, peak].map((rate) => sharing((rate * 2) / one.counties));
  const entries = one.entriesADay * one.contestDays;
  const newPeople = entries * one.newShare;

  // Of a start, all but the write are reads of one's own.
  const startReads = one.newShare * (counted.startFirst - 1) + (1 - one.newShare) * (counted.startAgainNextDay - 1);
  const reads = startReads + assumed.leaderboardsPerEntry * counted.leaderboard + assumed.standingsPerEntry * counted.standing;
  const idle = (counted.rollUpIdle / countiesCounted) * one.counties;
  const busy = (counted.rollUpWithOneCounty - counted.rollUpIdle) * one.counties;
  const minutes = { idle: one.days * 24 * 60, busy: one.contestDays * assumed.contestHours * 60 };
  const transactions = {
    'sign-up': newPeople * counted.signUp,
    'reading': entries * reads,
    'writing': (entries * 2) / meanShared,
    'roll-up': idle * minutes.idle + busy * minutes.busy,
  };
  const all = Object.values(transactions).reduce((sum, part) => sum + part, 0);

  const requests = entries * assumed.requestsPerEntry + newPeople * 3;
  const instances = (mean * assumed.requestsPerEntry) / assumed.requestsPerSecondAndInstance;
  const rollUpSeconds = (one.counties * assumed.foldMsPerCounty) / 1000 / assumed.countiesAtOnce;
  // Always-ready instances are billed for waiting and for working, the others for working alone. Over zones each group of functions has two.
  const ready = assumed.zoneRedundant ? 2 * assumed.functionGroups : assumed.alwaysReadyInstances;
  const readyForHttp = Math.min(ready, assumed.zoneRedundant ? 2 : ready);
  const contestSeconds = one.contestDays * assumed.contestHours * 3600;
  const readySeconds = one.days * 86400 * ready;
  const busySeconds = contestSeconds * Math.min(instances, readyForHttp) + (one.days * 86400 - contestSeconds) * readyForHttp * assumed.quietBusyShare;
  const timerSeconds = minutes.idle * Math.max(assumed.timerSecondsPerMinute, rollUpSeconds);
  const onDemandSeconds = contestSeconds * Math.max(0, instances - readyForHttp) + timerSeconds;
  const tableGb = (entries * assumed.rowKbPerEntry) / 1024 / 1024;
  const logGb = (requests * assumed.logKbPerRequest) / 1024 / 1024 + one.days * assumed.logGbADay;

  const dollars = {
    'table transactions': (all / 10000) * price.tableTransactions10k,
    'table storage (a year of what was written)': tableGb * 12 * price.tableGbMonth,
    'executions': ((requests + minutes.idle) / 1e6) * price.executionsMillion,
    'instances, always ready': (readySeconds * price.alwaysReadyIdleGbSecond + busySeconds * price.alwaysReadyBusyGbSecond) * assumed.instanceGb,
    'instances, on demand': onDemandSeconds * assumed.instanceGb * price.onDemandGbSecond,
    'private network': (one.days / 30.4) * (price.natMonth + assumed.endpoints * price.endpointMonth),
    'logs': logGb * price.logGb,
    'bytes to phones': ((entries * assumed.kbPerEntryOut) / 1024 / 1024) * price.egressGb,
    'codes to phones': newPeople * price.messageToPhone,
  };

  const peakRequests = peak * assumed.requestsPerEntry;
  const toTables = peak * (reads + 2 / peakShared) + (peak * one.newShare * counted.signUp) + (idle + busy) / 60;
  const use = {
    'requests/s of an account': [toTables / one.accounts, limits.accountRequestsPerSecond],
    'rows/s of the largest county': [peak * one.largestCountyShare * 2, limits.partitionRowsPerSecond],
    'instances': [peakRequests / assumed.requestsPerSecondAndInstance, limits.instances],
    'seconds of a roll-up': [rollUpSeconds, limits.rollUpSeconds],
  };
  return { peak, transactions, all, dollars, use };
}

const number = (value, digits = 0) => value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
for (const [name, one] of Object.entries(model.cases)) {
  const { peak, transactions, all, dollars, use } = reckon(one);
  const total = Object.values(dollars).reduce((sum, part) => sum + part, 0);
  console.log(`${name}: ${number(one.entriesADay)} entries on each of ${one.contestDays} day(s), ${one.counties} counties, ${number(peak)} entries/s at the peak`);
  console.log(`  transactions ${number(all / 1e6, 1)} million: ${Object.entries(transactions).map(([what, count]) => `${what} ${number(count / 1e6, 1)}`).join(', ')}`);
  for (const [what, cost] of Object.entries(dollars)) console.log(`  ${what.padEnd(44)}${number(cost, 2).padStart(12)} USD`);
  console.log(`  ${'total'.padEnd(44)}${number(total, 2).padStart(12)} USD`);
  for (const [what, [at, most]] of Object.entries(use)) {
    const reached = what === 'seconds of a roll-up' ? `${number((one.counties * most) / at)} counties` : `${number((one.entriesADay * most) / at / 1e6, 1)} million entries a day`;
    console.log(`  ${what.padEnd(30)}${number(at, at < 10 ? 1 : 0).padStart(9)} of ${number(most).padStart(6)}  ${number((100 * at) / most).padStart(3)} %, reached at ${reached}`);
  }
  console.log();
}
